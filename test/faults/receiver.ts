/** The other end of a push channel: an HTTP server that fails on demand, and the channel that talks to it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Push, Sent } from '../../bots/deliver.ts';
import type { Delivery } from '../../store/ports.ts';

/** How the receiver answers one attempt. */
export type Answer =
  | { readonly status: number; readonly retryAfter?: number }
  | 'timeout'
  | 'reset'
  | 'taken, then reset';

export interface Attempt {
  readonly key: string;
  readonly conversation: string;
  readonly seq: number;
  readonly answer: Answer;
}

export interface Receiver {
  readonly url: string;
  /** Every attempt, in order. */
  readonly attempts: Attempt[];
  /** Keys of what was taken, each once, in order: what the person has on her screen. */
  readonly taken: string[];
  stop(): Promise<void>;
}

/** `answer` is asked for each attempt; it may count them. */
export async function receive(answer: (attempt: Omit<Attempt, 'answer'>, nth: number) => Answer): Promise<Receiver> {
  const attempts: Attempt[] = [];
  const taken: string[] = [];

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const given: Omit<Attempt, 'answer'> = JSON.parse(Buffer.concat(body).toString());
    const before = attempts.filter(({ key }) => key === given.key).length;
    const chosen = answer(given, before + 1);
    attempts.push({ ...given, answer: chosen });
    const ok = chosen === 'taken, then reset' || (typeof chosen === 'object' && chosen.status === 200);
    if (ok && !taken.includes(given.key)) taken.push(given.key);
    if (chosen === 'timeout') return;
    if (typeof chosen !== 'object') return void request.socket.destroy();
    const headers = chosen.retryAfter === undefined ? {} : { 'retry-after': String(chosen.retryAfter) };
    response.writeHead(chosen.status, headers);
    response.end(); // not chained: restify replaces writeHead, and its own returns nothing
  }

  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}/`, attempts, taken, stop };
}

const permanent = new Set([400, 401, 403, 404]);
/** Sends over HTTP as a channel would, and waits so long (ms); what the connection throws is deliver.ts' business. */
export function pushTo(url: string, patience = 600): Push {
  return {
    async send({ key, conversation, seq, payload }: Delivery): Promise<Sent> {
      const body = JSON.stringify({ key, conversation, seq, text: payload.text });
      const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
      await response.arrayBuffer();
      if (response.ok) return { status: 'sent' };
      const reason = `status ${response.status}`;
      if (permanent.has(response.status)) return { status: 'permanent', reason };
      const after = response.headers.get('retry-after');
      return { status: 'transient', reason, ...(after ? { retryAfter: Number(after) * 1000 } : {}) };
    },
  };
}
