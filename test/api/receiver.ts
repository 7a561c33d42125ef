/** A receiver of webhooks, as an insurer's engineer would write one: it looks at the signature first. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly id: string;
  readonly at: string;
  readonly signature: string;
  readonly text: string;
  readonly body: { readonly id: string; readonly type: string; readonly claim: string | null; readonly cursor: string };
}

/** What the guide shows, in the words of these tests. */
export const isSigned = (
  secret: string,
  { at, signature, text }: Pick<Heard, 'at' | 'signature' | 'text'>,
): boolean => {
  const wanted = Buffer.from(`v1=${createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')}`);
  return wanted.length === signature.length && timingSafeEqual(wanted, Buffer.from(signature));
};

export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  /** How it answers from now on. */
  answer: (res: ServerResponse, heard: Heard) => void;
  until(count: number): Promise<readonly Heard[]>;
  close(): Promise<void>;
}

/** restify changes what Node's own `writeHead` gives back, for all servers of a process. */
export function say(
  res: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): ServerResponse {
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  return res;
}

export async function newReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const server = createServer(async (req: IncomingMessage, res: ServerResponse) => {
    let text = '';
    for await (const chunk of req) text += String(chunk);
    const { 'x-lipei-id': id, 'x-lipei-timestamp': at, 'x-lipei-signature': signature } = req.headers;
    const one: Heard = {
      ...{ id: String(id), at: String(at), signature: String(signature), text },
      body: JSON.parse(text),
    };
    heard.push(one);
    made.answer(res, one);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const made: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    answer: (res) => res.end('ok'),
    until: async (count) => {
      for (const from = performance.now(); heard.length < count; await new Promise((r) => setTimeout(r, 10)))
        if (performance.now() - from > 10_000) throw new Error(`only ${heard.length} of ${count} calls came`);
      return heard;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return made;
}
