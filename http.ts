/** The web server and what its operators ask of it: /healthz, /readyz, /metrics. */
import { pino } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';

export interface OperatorDeps {
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => string;
}

/** Headers must arrive soon; bodies have their own limits, and uploads may take longer on a poor line. */
const headersTimeout = 15_000;

export function createServer(): Server {
  // restify logs whole requests, tokens included; what went wrong is logged by us, without them.
  const server = restify.createServer({
    name: '',
    handleUncaughtExceptions: false,
    log: pino({ level: 'silent' }) as never,
  });
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
