/** The other end: a connector that takes lines and fails on demand, and a host of files. Everything that knocks is counted. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly activity: Sent;
}

export interface Sent {
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly locale?: string;
  readonly channelId?: string;
  readonly from?: { readonly id: string; readonly name?: string; readonly role?: string };
  readonly recipient?: { readonly id: string };
  readonly conversation?: { readonly id: string; readonly tenantId?: string };
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[];
  };
  readonly channelData?: { readonly key?: string; readonly url?: string; readonly question?: string };
}

export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'never'
  | 'reset'
  | 'taken, then reset';

export interface FileAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Buffer;
  /** Goes on sending for ever. */
  readonly endless?: boolean;
}

export interface Stub {
  readonly url: string;
  /** Every attempt to send, in order. */
  readonly attempts: Heard[];
  /** What was taken: with 2xx, or before the connection broke. */
  readonly taken: Sent[];
  /** Files that were asked for. */
  readonly fetched: IncomingMessage[];
  readonly files: Map<string, FileAnswer | 'never'>;
  /** How the next attempts are answered; 201 when absent. */
  answer: (heard: Heard, nth: number) => Reply | undefined;
  /** Waits until so many lines were taken. */
  until(count: number): Promise<readonly Sent[]>;
  stop(): Promise<void>;
}

export const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export async function eventually(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await check()) return;
    await later(10);
  }
  throw new Error(`${what}: not within ten seconds`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function give(response: ServerResponse, { status = 200, headers = {}, bytes, endless }: FileAnswer): void {
  response.writeHead(status, { ...headers });
  if (!endless) return void response.end(bytes);
  const more = setInterval(() => response.write(Buffer.alloc(1024 * 1024)), 5);
  response.on('close', () => clearInterval(more));
}

export async function openStub(host = '127.0.0.1'): Promise<Stub> {
  const attempts: Heard[] = [];
  const taken: Sent[] = [];
  const fetched: IncomingMessage[] = [];
  const files = new Map<string, FileAnswer | 'never'>();

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (request.method === 'GET') {
      fetched.push(request);
      const file = files.get(path) ?? { status: 404 };
      return file === 'never' ? undefined : give(response, file);
    }
    const heard = { path, headers: request.headers, activity: JSON.parse(await bodyOf(request)) as Sent };
    attempts.push(heard);
    const reply = stub.answer(heard, attempts.length) ?? { status: 201 };
    const ok = reply === 'taken, then reset' || (typeof reply === 'object' && reply.status < 300);
    if (ok) taken.push(heard.activity);
    if (reply === 'never') return;
    if (typeof reply === 'string') return void request.socket.destroy();
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end('{"id":"from-the-channel"}');
  }

  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stub: Stub = {
    ...{ attempts, taken, fetched, files },
    url: `http://${host}:${port}/`,
    answer: () => undefined,
    async until(count) {
      await eventually(`${count} lines, ${taken.length} so far`, () => taken.length >= count);
      return taken;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return stub;
}
