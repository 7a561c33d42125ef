/**
 * People at a connector, in a process of their own: each says the lines of a script one by one over a connection that stays
 * open, waits for the answer to each, and begins anew in a new conversation. With a rate, people speak at its pace at most.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { Agent, type ClientRequest, request } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { quantile } from './stats.ts';

export interface Load {
  /** Programs of one bot; people go to them in turn, each with every message. */
  readonly bots: readonly string[];
  readonly stub: { readonly url: string; readonly watch: number };
  readonly script: readonly string[];
  readonly people: number;
  readonly seconds: number;
  /** Turns a second, all people together; as fast as it goes where absent. */
  readonly rate?: number;
}
export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
export interface Measured {
  readonly turns: number;
  /** Whole scripts. */
  readonly conversations: number;
  /** Answers other than 200. */
  readonly refused: number;
  readonly unanswered: number;
  readonly seconds: number;
  /** Milliseconds to the last line of an answer, and to the acknowledgement. */
  readonly turn: Quantiles;
  readonly ack: Quantiles;
}

const PATIENCE = 10_000;

/** Resolves with true when the conversation has been asked something. */
const waiting = new Map<string, (answered: boolean) => void>();

/** The bot closes connections that rest; a message that meets that is sent again, as any client does. */
const isStale = (error: Error & { code?: string }, sent: ClientRequest): boolean =>
  sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', (error) => (isStale(error, sent) ? resolve(post(agent, url, body)) : reject(error)));
    sent.end(body);
  });
}

function answerIn(conversation: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(resolve, PATIENCE, false);
  waiting.set(conversation, resolve);
  return promise.finally(() => {
    clearTimeout(late);
    waiting.delete(conversation);
  });
}

/** Everybody has a car of his own: ten thousand reports of one plate would measure a look-up that never happens. */
const ownPlate = (text: string): string =>
  text.replace('湘A12345', () => `湘A${String(randomInt(100_000)).padStart(5, '0')}`);

const activity = (load: Load, conversation: string, text: string): string =>
  JSON.stringify({
    ...{ type: 'message', id: randomBytes(8).toString('hex'), timestamp: new Date().toISOString() },
    ...{ channelId: 'webchat', serviceUrl: load.stub.url, locale: 'zh-CN', text: ownPlate(text) },
    ...{ conversation: { id: conversation }, from: { id: `u-${conversation}` }, recipient: { id: 'bot', name: 'Bot' } },
  });

class Run {
  readonly #load: Load;
  /** New for every run: between two of them the bot closes connections that rest. */
  readonly #agent = new Agent({ keepAlive: true });
  readonly #began = performance.now();
  readonly #turn: number[] = [];
  readonly #ack: number[] = [];
  #sent = 0;
  #conversations = 0;
  #refused = 0;
  #unanswered = 0;
  #next = performance.now();

  constructor(load: Load) {
    this.#load = load;
  }

  async all(): Promise<Measured> {
    await Promise.all(Array.from({ length: this.#load.people }, () => this.#person()));
    this.#agent.destroy();
    const [turn, ack] = [quantiles(this.#turn), quantiles(this.#ack)];
    const seconds = (performance.now() - this.#began) / 1000;
    const counts = { conversations: this.#conversations, refused: this.#refused, unanswered: this.#unanswered };
    return { turns: this.#turn.length, ...counts, seconds, turn, ack };
  }

  get #over(): boolean {
    return performance.now() - this.#began >= this.#load.seconds * 1000;
  }

  async #person(): Promise<void> {
    while (!this.#over) {
      const conversation = randomBytes(12).toString('hex');
      for (const text of this.#load.script) {
        if (this.#over) return;
        await this.#pace();
        await this.#say(conversation, text);
      }
      this.#conversations += 1;
    }
  }

  #where(): string {
    const { bots } = this.#load;
    this.#sent += 1;
    return bots[this.#sent % bots.length] ?? '';
  }

  async #pace(): Promise<void> {
    const { rate } = this.#load;
    if (rate === undefined) return;
    this.#next = Math.max(this.#next + 1000 / rate, performance.now() - 100);
    const wait = this.#next - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  async #say(conversation: string, text: string): Promise<void> {
    const answered = answerIn(conversation);
    const began = performance.now();
    const status = await post(this.#agent, this.#where(), activity(this.#load, conversation, text));
    this.#ack.push(performance.now() - began);
    if (status !== 200) this.#refused += 1;
    if (!(await answered)) this.#unanswered += 1;
    this.#turn.push(performance.now() - began);
  }
}

function quantiles(values: number[]): Quantiles {
  const sorted = values.sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1) ?? 0 };
}

let watching: number | undefined;
function watch(port: number): void {
  if (watching === port) return;
  watching = port;
  const socket = connect(port, '127.0.0.1');
  createInterface({ input: socket }).on('line', (conversation) => waiting.get(conversation)?.(true));
}

process.on('message', (load: Load) => {
  watch(load.stub.watch);
  void new Run(load).all().then((measured) => process.send?.(measured));
});
process.on('disconnect', () => process.exit(0));
process.send?.({});
