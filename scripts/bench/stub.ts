/**
 * The connector that bots answer to, in a process of its own. It counts every line; whoever connects to its second port is
 * told, line by line, which conversation has been asked something (`inputHint: expectingInput`: the turn is complete).
 */
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Heard {
  readonly lines: number;
  readonly turns: number;
}

const listeners = new Set<Socket>();
let lines = 0;
let turns = 0;
let refuse = false;

function heard(path: string, body: string): void {
  const { inputHint } = JSON.parse(body) as { inputHint?: string };
  lines += 1;
  if (inputHint !== 'expectingInput') return;
  turns += 1;
  const conversation = path.split('/')[3] ?? '';
  for (const socket of listeners) socket.write(`${conversation}\n`);
}

function take(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (!refuse) heard(request.url ?? '', Buffer.concat(chunks).toString());
    response.writeHead(refuse ? 503 : 200, { 'content-type': 'application/json' });
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
process.on('message', (question) => {
  if (question === 'refuse' || question === 'take') refuse = question === 'refuse';
  process.send?.({ lines, turns } satisfies Heard);
});
process.on('disconnect', () => process.exit(0));
