/** The web server: where it listens, and what its operators ask of it (/healthz, /readyz, /metrics). */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Request, Response, Server, ServerOptions } from 'restify';

export interface OperatorDeps {
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => string;
}

/** Headers must arrive soon; bodies have their own limits, and uploads may take longer on a poor line. */
const headersTimeout = 15_000;

/** Who is not yet connected waits; with too few places she would be let in after seconds, as her network tries again. */
const backlog = 4096;

/**
 * Half of restify are plugins, of which we use none: without them a start is a twentieth shorter. This is what its own
 * `createServer` does with what is left.
 */
type Made<Value> = new (options: ServerOptions) => Value;
const part = createRequire(import.meta.url);
const Router = part('restify/lib/router') as Made<object>;
const RestifyServer = part('restify/lib/server') as Made<Server>;

export function createServer(): Server {
  // restify logs whole requests, tokens included; what went wrong is logged by us, without them.
  const options = { name: '', handleUncaughtExceptions: false, log: pino({ level: 'silent' }) as never };
  const server = new RestifyServer({ ...options, router: new Router(options) } as ServerOptions);
  server.server.headersTimeout = headersTimeout;
  return server;
}

export function mountOperators(server: Server, deps: OperatorDeps): void {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
  server.get('/healthz', async (_req: Request, res: Response) => {
    res.sendRaw(200, 'ok\n', plain);
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    const ready = await deps.ready().catch(() => false);
    res.sendRaw(ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n', plain);
  });
  server.get('/metrics', async (_req: Request, res: Response) => {
    res.sendRaw(200, deps.metrics(), plain);
  });
}

export interface Where {
  readonly host: string;
  /** 0: the system picks a free one. */
  readonly port: number;
}

/** Resolves with the server's address; rejects with one sentence that says what is in the way and what to do. */
export async function listen(server: Server, where: Where): Promise<string> {
  await new Promise<void>((ready, failed) => {
    const refused = (error: unknown): void => failed(cannotListen(error, where));
    // On restify's server: it passes errors of Node's on, and one that nobody there listens for ends the process.
    server.once('error', refused);
    server.listen(where.port, where.host, backlog, () => {
      server.removeListener('error', refused);
      ready();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return `http://${where.host.includes(':') ? `[${where.host}]` : where.host}:${port}`;
}

/** Ends open connections too: streams would otherwise keep it waiting for ever. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>((done) => {
    server.close(() => done());
    server.server.closeAllConnections?.();
  });
}

const freePort = 'set PORT in .env to another one, such as PORT=3979';
const ownAddress = 'set HOST in .env to an address of this machine, such as 127.0.0.1 or 0.0.0.0';

function cannotListen(error: unknown, { host, port }: Where): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program: ${freePort}, or stop the other program.`,
    EACCES: `This user may not listen on port ${port}: ${freePort}.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: ${ownAddress}.`,
    ENOTFOUND: `${host} is no known address: ${ownAddress}.`,
  };
  return new Error(sentences[code] ?? `lipei cannot listen on ${host}, port ${port} (${code}).`, { cause: error });
}
