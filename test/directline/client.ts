import { once } from 'node:events';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import type { ConversationId, JsonObject } from '../../store/ports.ts';
import { type Running, SECRET } from './server.ts';

/** An activity as a client gets it. */
export interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelData?: { readonly clientActivityID?: string };
  readonly entities?: readonly JsonObject[];
  readonly attachments?: readonly Sent[];
}

export interface Sent {
  readonly contentType: string;
  readonly contentUrl: string;
  readonly thumbnailUrl?: string;
  readonly name: string;
}

/** Every field that some answer has. */
export interface Body {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
  readonly userId: string;
  readonly resumed: boolean;
  readonly sessionId: string;
  readonly activities: readonly Said[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : {}, text };
}

/** What a token says, read without checking, as clients do. */
export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { [name: string]: string | number };

const JSON_HEADERS = { 'content-type': 'application/json' };
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export const postJson = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(url, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) });

/** One conversation over plain HTTP, as a client made by hand would speak. */
export class Talk {
  readonly base: string;
  readonly path: string;
  readonly token: string;
  readonly id: ConversationId;
  readonly streamUrl: string;

  constructor(running: Running, started: Answer) {
    this.base = `${running.url}/v3/directline`;
    this.id = started.body.conversationId;
    this.token = started.body.token;
    this.streamUrl = started.body.streamUrl;
    this.path = `${this.base}/conversations/${this.id}`;
  }

  get headers() {
    return bearer(this.token);
  }

  post(activity: unknown) {
    return postJson(`${this.path}/activities`, activity, this.headers);
  }

  say(text: string, more: JsonObject = {}) {
    return this.post({ type: 'message', text, from: { id: 'me' }, ...more });
  }

  list(watermark?: string) {
    const query = watermark === undefined ? '' : `?watermark=${watermark}`;
    return ask(`${this.path}/activities${query}`, { headers: this.headers });
  }

  upload(form: FormData) {
    return ask(`${this.path}/upload?userId=me`, { method: 'POST', headers: this.headers, body: form });
  }
}

export const generate = (running: Running, body: unknown = {}) =>
  postJson(`${running.url}/v3/directline/tokens/generate`, body, bearer(SECRET));

export const startWith = (running: Running, token: string, body: unknown = {}) =>
  postJson(`${running.url}/v3/directline/conversations`, body, bearer(token));

/** A started conversation of its own. */
export async function begin(running: Running): Promise<Talk> {
  const started = await startWith(running, (await generate(running)).body.token);
  expect(started.status).to.equal(201);
  return new Talk(running, started);
}

/** The form that Direct Line's own client sends. */
export function formOf(
  files: readonly { name: string; bytes: Buffer; type?: string }[],
  activity?: JsonObject,
): FormData {
  const form = new FormData();
  const attachments = files.map(({ name, type }) => ({ name, contentType: type ?? 'image/jpeg' }));
  const message = activity ?? { type: 'message', from: { id: 'me' }, attachments };
  form.append('activity', new Blob([JSON.stringify(message)], { type: 'application/vnd.microsoft.activity' }), 'blob');
  for (const { name, bytes, type } of files)
    form.append('file', new Blob([new Uint8Array(bytes)], { type: type ?? 'image/jpeg' }), name);
  return form;
}

/** An open stream and everything that came through it. */
export class Stream {
  readonly ws: WebSocket;
  readonly activities: Said[] = [];
  readonly watermarks: string[] = [];
  #waiting: (() => void)[] = [];

  constructor(url: string, headers: Record<string, string> = {}) {
    this.ws = new WebSocket(url, { headers });
    this.ws.on('message', (data) => {
      const set = JSON.parse(String(data));
      this.activities.push(...set.activities);
      this.watermarks.push(set.watermark);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  async opened(): Promise<this> {
    await once(this.ws, 'open');
    return this;
  }

  /** Resolves as soon as so many activities have come. */
  async until(count: number): Promise<this> {
    while (this.activities.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this;
  }

  get texts(): unknown[] {
    return this.activities.map(({ text }) => text);
  }

  async close(): Promise<void> {
    const closed = once(this.ws, 'close');
    this.ws.close();
    await closed;
  }
}

/** The HTTP status with which a socket is refused. */
export async function refusal(url: string, headers: Record<string, string> = {}): Promise<number> {
  const ws = new WebSocket(url, { headers });
  const [, response] = await once(ws, 'unexpected-response');
  ws.terminate();
  ws.on('error', () => {});
  return response.statusCode;
}
