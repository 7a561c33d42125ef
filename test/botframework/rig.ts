/** The channel as it is mounted, with the real bot on a real store behind it and a stub connector before it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { createPost } from '../../bots/dispatch.ts';
import { Inbox } from '../../bots/inbox.ts';
import { Runner } from '../../bots/runner.ts';
import type { ConnectorDeps } from '../../channels/botframework/deps.ts';
import { mountConnector } from '../../channels/botframework/routes.ts';
import { guard } from '../../channels/directline/headers.ts';
import type { Connector } from '../../config-connector.ts';
import { createRenderer } from '../../locales/render.ts';
import { openFiles } from '../../store/files.ts';
import type { ConversationId, Store } from '../../store/ports.ts';
import { openSqlite, type SqliteStore } from '../../store/sqlite.ts';
import { localWake } from '../../store/wake.ts';
import { root, turnDeps } from '../faults/world.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { openStub, type Stub } from './stub.ts';

const renderer = createRenderer(join(root, 'locales'), { insurer: '', hotline: '', caller: '' });
const anonymous: Connector = {
  ...{ appId: '', password: undefined, type: 'MultiTenant', tenant: undefined, cloud: 'public' },
  ...{ serviceHosts: [], fileHosts: [] },
};

export interface Options extends Partial<Pick<ConnectorDeps, 'cloud' | 'token' | 'patience'>> {
  readonly config?: Partial<Connector>;
  readonly store?: (store: Store) => Store;
  readonly dir?: string;
  readonly stub?: Stub;
}

export interface Rig {
  readonly url: string;
  readonly dir: string;
  readonly stub: Stub;
  readonly store: SqliteStore;
  readonly runner: Runner;
  /** What was reported as unexpected. */
  readonly errors: unknown[];
  /** The bot's clock runs from a fixed morning on; it jumps ahead and looks for what is due. */
  jump(milliseconds: number): void;
  /** Ends without tidying: the web server closes, nothing else is said good-bye to. */
  abandon(): void;
  stop(): Promise<void>;
}

export async function openRig(options: Options = {}): Promise<Rig> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'lipei-connector-'));
  const stub = options.stub ?? (await openStub());
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const began = Date.now();
  let ahead = 0;
  const now = () => tuesdayMorning + ahead + (Date.now() - began);
  const real = await openSqlite({ dataDir: dir, kek: Buffer.alloc(32, 7), now });
  const store = options.store?.(real) ?? real;
  const files = await openFiles({ dir: join(dir, 'files'), keys: real.keys });
  const wake = localWake();
  const post = createPost({ store, now, onError });
  const watch = { turn: () => {}, stale: () => {}, failed: (_id: string, error: unknown) => onError(error) };
  const turn = { ...turnDeps(store), receiptUrl: () => '/receipt/signed' };
  const pushChannels = new Set(['botframework']);
  const runner = new Runner({ store, turn, wake, now, pushChannels, hand: post.hand, watch });
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  guard(server, false, onError);
  const mounted = mountConnector(server, {
    ...{ inbox: new Inbox(store, runner, wake), store, files, wake, now, onError },
    pseudonym: real.pseudonym,
    sentence: renderer.sentence,
    origin: () => 'https://claims.example.com',
    ...(options.cloud ? { cloud: options.cloud } : {}),
    ...(options.token ? { token: options.token } : {}),
    ...(options.patience ? { patience: options.patience } : {}),
    config: { ...anonymous, ...options.config },
  });
  post.channels.botframework = mounted.push;
  server.listen(0, '127.0.0.1');
  const http = server.server as HttpServer;
  await once(http, 'listening');
  await runner.takeUp();
  post.dispatch.start();
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    ...{ dir, stub, store: real, runner, errors },
    jump(milliseconds) {
      ahead += milliseconds;
      post.dispatch.nudge();
    },
    abandon() {
      server.close();
      http.closeAllConnections();
      mounted.close();
    },
    async stop() {
      const closed = once(http, 'close');
      server.close();
      http.closeAllConnections();
      await closed;
      await runner.stop();
      mounted.close();
      await post.dispatch.stop();
      await real.close();
      if (!options.stub) await stub.stop();
      if (!options.dir) rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type Given = Readonly<Record<string, unknown>>;

export interface Speaker {
  readonly channelId?: string;
  readonly conversation?: string;
  readonly user?: string;
  readonly token?: (activity: Given) => string;
}

export const BOT = 'bot@channel';

/** One person behind a connector. */
export class Caller {
  readonly rig: Rig;
  readonly conversation: string;
  readonly user: string;
  readonly #channelId: string;
  readonly #token: Speaker['token'];

  constructor(rig: Rig, { channelId = 'webchat', conversation = randomUUID(), user = 'user-1', token }: Speaker = {}) {
    this.rig = rig;
    this.conversation = conversation;
    this.user = user;
    this.#channelId = channelId;
    this.#token = token;
  }

  /** The name of this conversation in our store. */
  name(channelId = this.#channelId, returns = 0): ConversationId {
    return this.rig.store
      .pseudonym(JSON.stringify([channelId, this.conversation, returns]))
      .slice(0, 32) as ConversationId;
  }

  activity(over: Given): Given {
    return {
      id: randomUUID(),
      channelId: this.#channelId,
      serviceUrl: this.rig.stub.url,
      conversation: { id: this.conversation },
      from: { id: this.user, name: 'Somebody' },
      recipient: { id: BOT, name: 'Bot' },
      locale: 'zh-CN',
      ...over,
    };
  }

  async post(over: Given, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const activity = this.activity(over);
    const authorization = this.#token ? { authorization: `Bearer ${this.#token(activity)}` } : {};
    return fetch(`${this.rig.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify(activity),
    });
  }

  join(): Promise<Response> {
    return this.post({ type: 'conversationUpdate', membersAdded: [{ id: BOT }, { id: this.user }] });
  }

  say(text: string, over: Given = {}): Promise<Response> {
    return this.post({ type: 'message', text, ...over });
  }
}
