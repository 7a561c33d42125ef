/** Composition root: config → law → store → dialogs → bot → channels → restify. The only file that names concrete classes. */
import { hkdfSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { newClaimNumber } from './bots/claimNumber.ts';
import type { TurnDeps } from './bots/deps.ts';
import { Inbox } from './bots/inbox.ts';
import { chinaTime } from './bots/look.ts';
import { Runner } from './bots/runner.ts';
import { Schedule } from './bots/schedule.ts';
import { Sweep } from './bots/sweep.ts';
import { mountDirectLine } from './channels/directline/routes.ts';
import { mountReceipt, receiptUrl } from './channels/receipt.ts';
import { type Config, readConfig } from './config.ts';
import { flows } from './dialogs/index.ts';
import { createServer, mountOperators } from './http.ts';
import { loadLaw } from './law/load.ts';
import { createRenderer, type Lang, languages } from './locales/render.ts';
import { sceneCard } from './locales/sceneCard.ts';
import { createLog, pseudonym } from './log.ts';
import { Metrics } from './metrics.ts';
import { loadKek } from './store/key.ts';
import { openStore } from './store/open.ts';
import type { Files, JsonObject, Store } from './store/ports.ts';

const here = import.meta.dirname;
const minute = 60_000;

export interface App {
  readonly url: string;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly runner: Runner;
  readonly schedule: Schedule;
  readonly renderer: ReturnType<typeof createRenderer>;
  stop(): Promise<void>;
}

/** Starts everything; for `npm start`, for tests and for the terminal. `now` is given by tests. */
export async function start(config: Config, clock: () => number = Date.now): Promise<App> {
  const now = (): number => clock() + config.clockOffsetMinutes * minute;
  const metrics = new Metrics();
  const { log, fault } = createLog(config.logLevel, metrics);
  const kek = await loadKek({ dataDir: config.dataDir, key: config.key });
  const { store, files, wake } = await openStore(config, {
    kek,
    now,
    onDamage: (what, id) => fault(`a damaged row of ${what}: ${pseudonym(id)}`)(undefined),
  });
  const signingKey = Buffer.from(hkdfSync('sha256', kek, '', 'lipei signing', 32));
  const { name: insurer, hotline } = config.insurer;
  const renderer = createRenderer(join(here, 'locales'), { insurer, hotline, caller: config.insurer.caller });
  const law = loadLaw(join(here, 'law'));
  const lawToday = (id: string, asker: string, at: number = now()) => law.at(chinaTime(at).slice(0, 10)).get(id, asker);
  const figure = (id: string): string | undefined => {
    const found = lawToday(id, 'the scene card');
    return found.status === 'value' ? found.value : undefined;
  };
  const turn: TurnDeps = {
    flows,
    renderer,
    store,
    law: (id, at) => ({ ...lawToday(id, 'dialogs', at) }) as unknown as JsonObject,
    service: {
      hours: { ...config.office, offset: 8 * 60 * minute },
      firstContact: config.firstContactMinutes * minute,
      caller: config.insurer.caller,
    },
    receiptUrl: (claim, conversation) => receiptUrl(signingKey, claim, conversation, now()),
    newClaimNumber,
  };
  const watch = {
    turn: (milliseconds: number) => metrics.turn(milliseconds),
    stale: () => metrics.count('turns_stale'),
    failed: (conversation: string, error: unknown) => fault(`turn in ${pseudonym(conversation)}`)(error),
  };
  const runner = new Runner({ store, turn, wake, now, pushChannels: new Set(), watch });
  const inbox = new Inbox(store, runner, wake);
  const schedule = new Schedule({ store, now, runTimer: (job) => runner.timer(job), onError: fault('a timer') });
  const sweep = new Sweep({ store, runner, onError: fault('a sweep') });

  const server = createServer();
  const directLine = mountDirectLine(server, {
    inbox,
    store,
    files,
    wake,
    config: {
      secret: config.directLineSecret,
      signingKey,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      cookieSecure: config.publicUrl?.startsWith('https:') ?? false,
      now,
    },
    words: {
      page: (lang) => known(lang, (l) => renderer.file(l, 'page')),
      card: (lang) => known(lang, (l) => sceneCard(renderer, figure, l)),
      config: () => ({
        insurerName: insurer || renderer.sentence('zh-CN', 'common.unset.insurer'),
        insurerHotline: hotline,
        languages,
      }),
    },
    onError: (error, id) => fault('a request')(error, id),
    pageDir: join(here, 'channels/directline/page'),
  });
  mountReceipt(server, {
    store,
    renderer,
    key: signingKey,
    now,
    trustProxy: config.trustProxy,
    onError: fault('a receipt'),
  });
  mountOperators(server, { ready: () => store.ready(), metrics: () => metrics.text() });
  const url = await listen(server, config);
  void runner.takeUp().catch(fault('taking up what was left'));
  schedule.start();
  sweep.start();
  const upkeep = setInterval(() => void keepTidy(store, files, now()).catch(fault('upkeep')), 60 * minute).unref();
  log.info({ url }, 'lipei is ready');

  const stop = async (): Promise<void> => {
    clearInterval(upkeep);
    sweep.stop();
    // Turns first: a timer may be waiting for one that waits for the store.
    const turns = runner.stop();
    await schedule.stop();
    directLine.close();
    await new Promise<void>((done) => {
      server.close(() => done());
      server.server.closeAllConnections?.();
    });
    await turns;
    await store.close();
  };
  return { url, store, inbox, runner, schedule, renderer, stop };
}

async function listen(server: ReturnType<typeof createServer>, config: Config): Promise<string> {
  await new Promise<void>((ready, failed) => {
    server.server.once('error', failed);
    server.listen(config.port, config.host, () => ready());
  });
  const { port } = server.server.address() as AddressInfo;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

/** Forgets message keys after eight days, and files that no message refers to after a day. */
async function keepTidy(store: Store, files: Files, at: number): Promise<void> {
  const day = 24 * 60 * minute;
  await store.prune(at - 8 * day);
  for (let ids = await store.orphans(at - day, 100); ids.length > 0; ids = await store.orphans(at - day, 100)) {
    for (const id of ids) {
      await files.remove(id);
      await store.dropFile(id);
    }
  }
}

const known = (lang: string, get: (lang: Lang) => unknown): JsonObject | undefined =>
  languages.includes(lang as Lang) ? (get(lang as Lang) as JsonObject | undefined) : undefined;

async function main(): Promise<void> {
  const app = await start(readConfig(process.env));
  process.stdout.write(`lipei: ${app.url}\n`);
  const end = (): void => void app.stop().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
