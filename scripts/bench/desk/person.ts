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

const json = { 'content-type': 'application/json' };

export class Person {
  readonly words = new Words();
  readonly #url: string;
  readonly #n: number;
  #begun: Begun = { conversationId: '', token: '', streamUrl: '' };
  #asked: () => void = () => {};

  constructor(url: string, n: number) {
    this.#url = url;
    this.#n = n;
  }

  get conversation(): string {
    return this.#begun.conversationId;
  }

  /** Makes a whole report and then wants a person. */
  async begin(secret: string): Promise<void> {
    const headers = { ...json, authorization: `Bearer ${secret}` };
    const answer = await call(`${this.#url}/v3/directline/conversations`, { method: 'POST', headers, body: '{}' });
    this.#begun = JSON.parse(answer.body) as Begun;
    const socket = new WebSocket(this.#begun.streamUrl);
    socket.on('message', (bytes: Buffer) => this.#hear(bytes.toString()));
    const greeted = this.#answer();
    await once(socket, 'open');
    await greeted;
    // Each in a car of its own, or all would be one accident.
    const plate = `湘A${String(10_000 + this.#n)}`;
    for (const text of [...report.map((line) => line.replace('湘A12345', plate)), '转人工']) {
      const answered = this.#answer();
      await this.say(text);
      await answered;
    }
  }

  async say(text: string): Promise<Answered> {
    const { conversationId, token } = this.#begun;
    const answer = await call(`${this.#url}/v3/directline/conversations/${conversationId}/activities`, {
      ...{ method: 'POST', headers: { ...json, authorization: `Bearer ${token}` } },
      body: JSON.stringify({ type: 'message', text, from: { id: 'me' } }),
    });
    if (answer.status !== 200) throw new Error(`A message was answered ${answer.status}: ${answer.body}`);
    return answer;
  }

  #hear(frame: string): void {
    if (frame === '') return;
    const { activities = [] } = JSON.parse(frame) as { activities?: readonly Activity[] };
    for (const { text = '', inputHint, from } of activities) {
      this.words.seen(text);
      if (inputHint === 'expectingInput' && from?.role === 'bot') this.#asked();
    }
  }

  /** Resolves when she has been asked something; where she is not asked, a moment is enough. */
  #answer(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, 3_000);
      this.#asked = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
}
