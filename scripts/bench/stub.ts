/**
 * The connector that bots answer to, in a process of its own. It counts every line; whoever connects to its second port is
 * told, line by line, which conversation has been asked something (`inputHint: expectingInput`: the turn is complete).
 */
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Heard {
  readonly lines: number;
  readonly turns: number;
  /** Lines of a report's beginning that came after a later one of their conversation. */
  readonly outOfOrder: number;
}

const ORDER = ['home.greeting', 'report.danger.ask', 'report.consent.ask', 'report.phone.ask'];
const listeners = new Set<Socket>();
let lines = 0;
let turns = 0;
let outOfOrder = 0;
const last = new Map<string, number>();

function heard(path: string, body: string): void {
  const { inputHint, channelData } = JSON.parse(body) as { inputHint?: string; channelData?: { key?: string } };
  lines += 1;
  const at = ORDER.indexOf(channelData?.key ?? '');
  if (at >= 0) inOrder(path, at);
  if (inputHint !== 'expectingInput') return;
  turns += 1;
  const conversation = path.split('/')[3] ?? '';
  for (const socket of listeners) socket.write(`${conversation}\n`);
}

function inOrder(path: string, n: number): void {
  if (n < (last.get(path) ?? 0)) outOfOrder += 1;
  last.set(path, n);
}

function take(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    heard(request.url ?? '', Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"id":"1"}');
  });
}

const http = createHttp({ keepAliveTimeout: 60_000 }, take);
const watch = createServer((socket) => {
  socket.setNoDelay(true);
  listeners.add(socket);
  socket.on('close', () => listeners.delete(socket)).on('error', () => listeners.delete(socket));
});
http.listen(0, '127.0.0.1', () => {
  watch.listen(0, '127.0.0.1', () => {
    const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
    process.send?.({ url: `http://127.0.0.1:${port(http)}`, watch: port(watch) });
  });
});
process.on('message', () => process.send?.({ lines, turns, outOfOrder } satisfies Heard));
process.on('disconnect', () => process.exit(0));
