import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { DirectLineConfig, DirectLineDeps } from '../../channels/directline/deps.ts';
import { mountDirectLine } from '../../channels/directline/routes.ts';
import { Fake } from './fake.ts';

export const SECRET = 'a-secret-for-tests';

export interface Running {
  readonly fake: Fake;
  readonly url: string;
  readonly server: restify.Server;
  readonly port: number;
  /** What was reported as unexpected. */
  readonly errors: unknown[];
  /** Timers that `later` was asked for; call one to let its time come. */
  readonly timers: (() => void)[];
  stop(): Promise<void>;
}

type More = Partial<Omit<DirectLineDeps, 'config'>> & { config?: Partial<DirectLineConfig> };

/** The channel on a port of its own, with the fake behind it. */
export async function serve(more: More = {}): Promise<Running> {
  const fake = new Fake();
  const errors: unknown[] = [];
  const timers: (() => void)[] = [];
  const server = restify.createServer({ name: 'test' });
  const config: DirectLineConfig = {
    secret: SECRET,
    signingKey: Buffer.alloc(32, 7),
    originKey: Buffer.alloc(32, 8),
    trustProxy: false,
    now: () => fake.now,
    cookieSecure: false,
    ...more.config,
  };
  const { inbox, store, files, wake } = fake;
  const mounted = mountDirectLine(server, {
    inbox,
    store,
    files,
    wake,
    words: { page: () => undefined, card: () => undefined, config: () => ({}) },
    onError: (err) => errors.push(err),
    pageDir: '/nowhere',
    later: (_ms, run) => timers.push(run),
    ...more,
    config,
  });
  server.listen(0, '127.0.0.1');
  const http = server.server as HttpServer;
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const stop = async () => {
    mounted.close();
    const closed = once(http, 'close');
    server.close();
    http.closeAllConnections();
    await closed;
  };
  return { fake, url: `http://127.0.0.1:${port}`, server, port, errors, timers, stop };
}
