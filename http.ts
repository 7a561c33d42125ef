/** The web server and what its operators ask of it: /healthz, /readyz, /metrics. */
import restify, { type Request, type Response, type Server } from 'restify';

export interface OperatorDeps {
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => string;
}

export function createServer(): Server {
  return restify.createServer({ name: '', handleUncaughtExceptions: false });
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
