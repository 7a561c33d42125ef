import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { fail, Refusal, reply } from '../web/errors.ts';
import { createLimits } from '../web/limits.ts';
import { list, post } from './activities.ts';
import { authenticate } from './auth.ts';
import { generate, reconnect, refresh, start } from './conversations.ts';
import type { Context, DirectLineDeps } from './deps.ts';
import { download } from './files.ts';
import { guard } from './headers.ts';
import { createPage } from './page.ts';
import { forget, token } from './session.ts';
import { createStreams } from './stream.ts';
import { createSigner } from './tokens.ts';
import { upload } from './upload.ts';

export type { DirectLineConfig, DirectLineDeps } from './deps.ts';

type Handler = (req: Request, res: Response, context: Context) => Promise<void>;

/** GET session/getsessionid: only asked for by sign-in cards, which we do not send; any id will do. */
async function sessionId(req: Request, res: Response, context: Context): Promise<void> {
  await authenticate(req, context);
  reply(res, 200, { sessionId: randomUUID() });
}

async function streamWithoutUpgrade(): Promise<void> {
  throw new Refusal(426, 'UpgradeRequired', 'This address is for a WebSocket.', { Upgrade: 'websocket' });
}

/** Serves Direct Line 3.0, the page and the page's token on a restify server; `close` ends the open streams. */
export function mountDirectLine(server: Server, deps: DirectLineDeps): { close(): void } {
  const { config, onError } = deps;
  guard(server, config.cookieSecure, onError);
  const shared = { ...deps, signer: createSigner(config.signingKey, config.now), limits: createLimits(config.now) };
  const streams = createStreams(server, shared);
  const context: Context = { ...shared, streams };
  const page = createPage(context);

  const route = (handler: Handler) => async (req: Request, res: Response) => {
    try {
      await handler(req, res, context);
    } catch (err) {
      fail(req, res, err, onError);
    }
  };
  const get = (path: string, handler: Handler) => {
    server.get(path, route(handler));
    server.head(path, route(handler));
  };

  const base = '/v3/directline';
  server.post(`${base}/tokens/generate`, route(generate));
  server.post(`${base}/tokens/refresh`, route(refresh));
  server.post(`${base}/conversations`, route(start));
  server.get(`${base}/conversations/:id`, route(reconnect));
  server.get(`${base}/conversations/:id/activities`, route(list));
  server.post(`${base}/conversations/:id/activities`, route(post));
  server.post(`${base}/conversations/:id/upload`, route(upload));
  server.get(`${base}/conversations/:id/stream`, route(streamWithoutUpgrade));
  server.get(`${base}/session/getsessionid`, route(sessionId));

  server.post('/api/chat/token', route(token));
  server.post('/api/chat/forget', route(forget));
  get('/files/*', download);
  get('/', page.home);
  get('/page/*', page.part);
  get('/sw.js', page.worker);
  return { close: streams.close };
}
