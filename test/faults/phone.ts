/** A phone that speaks Direct Line over plain HTTP and does not give up: what was not acknowledged is sent again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../../store/ports.ts';

export const secret = 'a-secret-for-fault-tests';

export interface Sent {
  readonly text: string;
  /** The client's own mark, the same each time it is sent. */
  readonly mark: string;
  /** As acknowledged. */
  readonly id: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [name: string]: unknown };
}

/** Where the server is now; waits while there is none. */
export type Where = () => Promise<string>;

const json = { 'content-type': 'application/json' };

export class Phone {
  readonly name: string;
  readonly #where: Where;
  readonly sent: Sent[] = [];
  conversation = '';
  #token = '';
  /** Answers other than success, and connections that broke. */
  refused = 0;
  /** Their statuses. */
  readonly refusals = new Set<number>();

  constructor(where: Where, name: string) {
    this.#where = where;
    this.name = name;
  }

  get id(): ConversationId {
    return this.conversation as ConversationId;
  }

  get token(): string {
    return this.#token;
  }

  /** Goes on with the conversation of another phone. */
  continue(other: Phone): this {
    this.conversation = other.conversation;
    this.#token = other.token;
    return this;
  }

  async start(): Promise<void> {
    const asked = { body: JSON.stringify({ user: { id: this.name } }), headers: json };
    const granted = await this.#insist('/tokens/generate', asked, secret);
    this.#token = String(granted.body.token);
    this.conversation = String(granted.body.conversationId);
    await this.#insist('/conversations', { body: '{}', headers: json });
  }

  /** Returns the message's id when it is acknowledged; the answer may come later. */
  async say(text: string): Promise<string> {
    const mark = `${this.name}-${this.sent.length}`;
    const answer = await this.#insist(this.#path('activities'), this.#message(text, mark));
    return this.#noted({ text, mark, id: String(answer.body.id) });
  }

  /** One attempt, whatever comes of it. */
  async try(text: string, mark: string): Promise<Answer> {
    return this.#post(this.#path('activities'), this.#message(text, mark));
  }

  /** One attempt at what it would say next; noted if it was acknowledged, else `say` sends the same again. */
  async tryNext(text: string): Promise<Answer> {
    const mark = `${this.name}-${this.sent.length}`;
    const answer = await this.try(text, mark);
    if (answer.status === 200) this.#noted({ text, mark, id: String(answer.body.id) });
    return answer;
  }

  async upload(mark: string, photos: readonly Buffer[]): Promise<string> {
    const form = new FormData();
    const activity = JSON.stringify({
      type: 'message',
      from: { id: this.name },
      channelData: { clientActivityID: mark },
    });
    form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }), 'blob');
    for (const bytes of photos) form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg');
    const answer = await this.#insist(`${this.#path('upload')}?userId=${this.name}`, { body: form });
    return this.#noted({ text: '', mark, id: String(answer.body.id) });
  }

  /** Waits until the bot has said something to this message. */
  async hear(id: string, until = performance.now() + 20_000): Promise<void> {
    while (performance.now() < until) {
      await this.#where();
      const seen = await this.#read().catch(() => []);
      if (seen.some((one) => one.replyToId === id)) return;
      await sleep(15);
    }
    throw new Error(`${this.name}: no answer to ${id}`);
  }

  #noted(sent: Sent): string {
    this.sent.push(sent);
    return sent.id;
  }

  #message(text: string, mark: string): RequestInit {
    const message = { type: 'message', text, from: { id: this.name }, channelData: { clientActivityID: mark } };
    return { body: JSON.stringify(message), headers: json };
  }

  #path(what: string): string {
    return `/conversations/${this.conversation}/${what}`;
  }

  async #read(): Promise<readonly { readonly replyToId?: string }[]> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${await this.#where()}/v3/directline${this.#path('activities')}`, { headers });
    return ((await response.json()) as { activities?: { replyToId?: string }[] }).activities ?? [];
  }

  async #insist(path: string, init: RequestInit, token = this.#token): Promise<Answer> {
    for (;;) {
      await this.#where(); // the only thing that may end this: there will be no server any more
      const answer = await this.#post(path, init, token).catch(() => undefined);
      if (answer && answer.status < 300) return answer;
      this.refused += 1;
      if (answer) this.refusals.add(answer.status);
      if (answer && answer.status !== 429 && answer.status < 500)
        throw new Error(`${this.name}: ${path} was answered with ${answer.status} ${JSON.stringify(answer.body)}`);
      await sleep(answer?.status === 429 ? 1000 * Number(answer.headers.get('retry-after') ?? 1) : 20);
    }
  }

  async #post(path: string, init: RequestInit, token = this.#token): Promise<Answer> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const url = `${await this.#where()}/v3/directline${path}`;
    const response = await fetch(url, { ...init, method: 'POST', headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }
}
