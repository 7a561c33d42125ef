/** Somebody who writes through Direct Line and hears over a WebSocket. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { report } from '../words.ts';
import { type Answered, call } from './http.ts';
import { Words } from './pending.ts';

interface Activity {
  readonly text?: string;
  readonly inputHint?: string;
  readonly from?: { readonly role?: string };
}
interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

const ASK = '转人工';
const json = { 'content-type': 'application/json' };

export class Person {
  readonly words = new Words();
  refused = 0;
  readonly #url: string;
  readonly #n: number;
  #begun: Begun = { conversationId: '', token: '', streamUrl: '' };
  #heard: (isQuestion: boolean) => void = () => {};

  constructor(url: string, n: number) {
    this.#url = url;
    this.#n = n;
  }

  get conversation(): string {
    return this.#begun.conversationId;
  }

  /**
   * Makes a whole report and then wants a person. Nobody is given more than five by the queue: with more, a call is
   * arranged, and the adjuster writes first.
   */
  async begin(secret: string): Promise<void> {
    const headers = { ...json, authorization: `Bearer ${secret}` };
    const answer = await call(`${this.#url}/v3/directline/conversations`, { method: 'POST', headers, body: '{}' });
    if (answer.status !== 201) throw new Error(`A conversation was answered ${answer.status}: ${answer.body}`);
    this.#begun = JSON.parse(answer.body) as Begun;
    const socket = new WebSocket(this.#begun.streamUrl);
    socket.on('message', (bytes: Buffer) => this.#hear(bytes.toString()));
    const greeted = this.#answer(false);
    await once(socket, 'open');
    await greeted;
    for (const text of [...report.map((line) => this.#own(line)), ASK]) {
      const asked = await this.#sayAndHear(text);
      if (text === ASK && asked) await this.say('上午');
    }
  }

  /** Each with a car and a telephone of her own, or all would be one accident. */
  #own(line: string): string {
    const n = String(this.#n).padStart(4, '0');
    return line.replace('湘A12345', `湘A1${n}`).replace('13800138000', `1380013${n}`);
  }

  async #sayAndHear(text: string): Promise<boolean> {
    const answered = this.#answer(text !== ASK);
    await this.say(text);
    return answered;
  }

  /** Who is turned away at the door comes again, as clients do. */
  async say(text: string): Promise<Answered> {
    const { conversationId, token } = this.#begun;
    const answer = await call(`${this.#url}/v3/directline/conversations/${conversationId}/activities`, {
      ...{ method: 'POST', headers: { ...json, authorization: `Bearer ${token}` } },
      body: JSON.stringify({ type: 'message', text, from: { id: 'me' } }),
    });
    if (answer.status === 503) {
      this.refused += 1;
      await new Promise((later) => setTimeout(later, 250));
      return this.say(text);
    }
    if (answer.status !== 200) throw new Error(`A message was answered ${answer.status}: ${answer.body}`);
    return answer;
  }

  #hear(frame: string): void {
    if (frame === '') return;
    const { activities = [] } = JSON.parse(frame) as { activities?: readonly Activity[] };
    for (const { text = '', inputHint, from } of activities) {
      this.words.seen(text);
      if (from?.role === 'bot' && text !== '') this.#heard(inputHint === 'expectingInput');
    }
  }

  /** Whether the next line of the bot is a question; with `question`, other lines are passed over. */
  #answer(question: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      this.#heard = (isQuestion) => {
        if (isQuestion || !question) resolve(isQuestion);
      };
    });
  }
}
