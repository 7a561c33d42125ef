/** POST /api/messages: the Bot Framework protocol, for channels behind a connector. */
import type { Request, Response, Server } from 'restify';
import type { Push } from '../../bots/deliver.ts';
import { readJson } from '../web/body.ts';
import { fail, Refusal, reply } from '../web/errors.ts';
import { hostsOf, isLoopback } from '../web/hosts.ts';
import { createLimits } from '../web/limits.ts';
import { createClient } from './client.ts';
import { cloudOf } from './clouds.ts';
import type { ConnectorDeps, Context } from './deps.ts';
import { gate } from './gate.ts';
import { pushThrough } from './push.ts';
import { receive } from './receive.ts';
import { asActivity, type Incoming } from './shape.ts';

export { CHANNEL } from './deps.ts';

const PATIENCE = { send: 10_000, fetch: 8_000, answer: 12_000 };

type Opened = ReturnType<typeof import('./adapter.ts').openDoor>;

export interface Mounted {
  readonly push: Push;
  close(): void;
}

const forbidden = (message: string) => new Refusal(403, 'Forbidden', message);

/** Channels that reach us in ways of their own, and one that the SDK would check by other rules. */
const NOT_HERE = new Set(['directline', 'wechat', 'wecom', 'botframework', 'asechannel']);

function requireKnown({ services }: Context, { channelId, serviceUrl }: Incoming): void {
  if (NOT_HERE.has(channelId.toLowerCase())) throw forbidden(`The channel "${channelId}" does not come this way.`);
  if (!services(serviceUrl)) throw forbidden('The host of activity.serviceUrl is not on the list.');
}

/** Where nobody is asked who they are: a program on this machine, and no page of a browser. */
function requireNeighbour(req: Request): void {
  const near = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(req.socket.remoteAddress ?? '');
  const host = `http://${req.headers.host ?? ''}`;
  if (!near || req.headers.origin !== undefined || !URL.canParse(host) || !isLoopback(new URL(host)))
    throw forbidden('Only a program on this machine may speak without a token.');
}

export function mountConnector(server: Server, deps: ConnectorDeps): Mounted {
  const { config, onError } = deps;
  const cloud = deps.cloud ?? cloudOf(config.cloud, config.tenant);
  // A large part of a start, of which nobody needs anything before somebody speaks.
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => {
    opening ??= import('./adapter.ts').then(({ openDoor }) => openDoor(config, cloud, onError));
    return opening;
  };
  const context: Context = {
    ...deps,
    token: deps.token ?? (async (anew) => (await opened()).token(anew)),
    patience: deps.patience ?? PATIENCE,
    limits: createLimits(deps.now),
    services: hostsOf([...cloud.hosts, ...config.serviceHosts], (url) => config.appId === '' && isLoopback(url)),
    fileHosts: hostsOf([...(config.appId === '' ? [] : cloud.hosts), ...config.fileHosts]),
  };
  const enter = (req: Request): string => {
    if (config.appId === '') requireNeighbour(req);
    else {
      const at = Math.floor(Date.now() / 1000);
      return gate(req.headers.authorization, { issuer: cloud.issuer, audience: config.appId, at });
    }
    return '';
  };
  server.post('/api/messages', async (req: Request, res: Response) => {
    try {
      await answer(req, res, enter(req), context, opened);
    } catch (err) {
      fail(req, res, err, onError);
    }
  });
  const client = createClient(context);
  return { push: pushThrough(context, client), close: client.close };
}

async function answer(
  req: Request,
  res: Response,
  header: string,
  context: Context,
  opened: () => Promise<Opened>,
): Promise<void> {
  const activity = asActivity(await readJson(req));
  requireKnown(context, activity);
  const { door } = await opened();
  const { status, body } = await door.receive(header, activity as never, () => receive(context, activity));
  reply(res, status, body);
}
