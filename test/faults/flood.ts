/** Many people at once, none of whom waits for anybody: so many messages a second, whatever becomes of them. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../../store/ports.ts';
import { secret } from './phone.ts';

export interface Shot {
  readonly conversation: ConversationId;
  readonly text: string;
  /** As answered; 0 where the connection broke. */
  readonly status: number;
  readonly retryAfter: number;
  /** Of the message, where it was acknowledged. */
  readonly id: string;
  /** Milliseconds from the moment the request has left to hearing: how long this busy program took to write it is not the server's. */
  readonly took: number;
}

interface Reply {
  readonly status: number;
  readonly retryAfter: number;
  readonly body: string;
  readonly took: number;
}

const broken: Reply = { status: 0, retryAfter: 0, body: '', took: 0 };

export class Flood {
  readonly #url: string;
  readonly #conversations: readonly ConversationId[];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4000 });
  #sent = 0;

  constructor(url: string, conversations: readonly ConversationId[]) {
    this.#url = `${url}/v3/directline/conversations`;
    this.#conversations = conversations;
  }

  /** One message to the next conversation, in words of its own. */
  async shoot(): Promise<Shot> {
    const conversation = this.#conversations[this.#sent % this.#conversations.length];
    if (!conversation) throw new Error('There is nobody to speak to.');
    this.#sent += 1;
    const text = `你好 ${this.#sent}`;
    const { status, retryAfter, body, took } = await this.#post(conversation, text);
    const id = status === 200 ? String(JSON.parse(body).id) : '';
    return { conversation, text, status, retryAfter, id, took };
  }

  /** So many a second for so many milliseconds. */
  async pour(perSecond: number, milliseconds: number): Promise<Shot[]> {
    const shots: Promise<Shot>[] = [];
    const begun = performance.now();
    for (let passed = 0; passed < milliseconds; passed = performance.now() - begun) {
      for (const due = (passed * perSecond) / 1000; shots.length < due; ) shots.push(this.shoot());
      await sleep(5);
    }
    return Promise.all(shots);
  }

  /** As many as are taken, each of so many people waiting for her acknowledgement. */
  async press(people: number, milliseconds: number): Promise<Shot[]> {
    const shots: Shot[] = [];
    const until = performance.now() + milliseconds;
    const one = async (): Promise<void> => {
      while (performance.now() < until) shots.push(await this.shoot());
    };
    await Promise.all(Array.from({ length: people }, one));
    return shots;
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(conversation: ConversationId, text: string): Promise<Reply> {
    const body = JSON.stringify({ type: 'message', text, from: { id: 'flood' } });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${secret}`,
    };
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const sent = request(`${this.#url}/${conversation}/activities`, { method: 'POST', agent: this.#agent, headers });
    let left = 0;
    sent.once('finish', () => {
      left = performance.now();
    });
    sent.once('error', () => resolve(broken)).end(body);
    sent.once('response', (answer) => {
      const took = performance.now() - left;
      let text = '';
      const retryAfter = Number(answer.headers['retry-after'] ?? 0);
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.once('error', () => resolve(broken));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, retryAfter, body: text, took }));
    });
    return promise;
  }
}

/** Milliseconds that all but one in a hundred of them took at most. */
export function p99(shots: readonly Shot[]): string {
  const sorted = shots.map(({ took }) => took).sort((a, b) => a - b);
  return `${(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0).toFixed(0)} ms`;
}
