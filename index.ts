/** Composition root: config → law → store → dialogs → bot → channels → restify. The only file that names concrete classes. */
import './heap.ts';
import { join } from 'node:path';
import { newClaimNumber } from './bots/claimNumber.ts';
import type { TurnDeps } from './bots/deps.ts';
import { createPost } from './bots/dispatch.ts';
import { Inbox } from './bots/inbox.ts';
import { watched } from './bots/load.ts';
import { chinaTime } from './bots/look.ts';
import { Runner } from './bots/runner.ts';
import { Schedule } from './bots/schedule.ts';
import { Sweep } from './bots/sweep.ts';
import { Upkeep } from './bots/upkeep.ts';
import { mountIfConfigured } from './channels/botframework/mount.ts';
import { mountDirectLine } from './channels/directline/routes.ts';
import { pageWords } from './channels/directline/words.ts';
import { mountReceipt, receiptUrl } from './channels/receipt.ts';
import { mountDoor } from './channels/web/door.ts';
import { type Config, readConfig, readSettings } from './config.ts';
import { flows } from './dialogs/index.ts';
import { close, createServer, listen, mountOperators } from './http.ts';
import { loadLaw } from './law/load.ts';
import { createRenderer, type Renderer } from './locales/render.ts';
import { captureConsole, createLog, type Log, pseudonym, turnWatch } from './log.ts';
import { Metrics } from './metrics.ts';
import { createSample } from './samples.ts';
import { openDataDir } from './store/dataDir.ts';
import { loadKek, signingKeyOf } from './store/key.ts';
import { openStore } from './store/open.ts';
import type { JsonObject, Store } from './store/ports.ts';

const here = import.meta.dirname;
const minute = 60_000;

export interface App {
  readonly url: string;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly runner: Runner;
  readonly schedule: Schedule;
  readonly renderer: Renderer;
  check(): Promise<void>;
  stop(): Promise<void>;
}

/** What everything stands on. */
interface Base extends Log {
  readonly config: Config;
  readonly now: () => number;
  readonly metrics: Metrics;
}

type Kept = Awaited<ReturnType<typeof openKept>>;
type Words = ReturnType<typeof loadWords>;
type Bot = ReturnType<typeof createBot>;
type Server = ReturnType<typeof createServer>;

/** Starts everything; for `npm start`, for tests and for the terminal. `clock` is given by tests, `open` by the benchmark. */
export async function start(config: Config, clock: () => number = Date.now, open = openStore): Promise<App> {
  const metrics = new Metrics();
  const now = (): number => clock() + config.clockOffsetMinutes * minute;
  const base = { config, now, metrics, ...createLog(config.logLevel, metrics) };
  const kept = await openKept(base, open);
  try {
    return await serve(base, kept);
  } catch (error) {
    await kept.store.close();
    throw error;
  }
}

/** What is kept: the store, the files, word of what is new, and the key that links are signed with. */
async function openKept({ config, now, fault }: Base, open: typeof openStore) {
  if (!config.database) await openDataDir(config.dataDir);
  const kek = await loadKek(config);
  const onDamage = (what: string, id: string): void => fault(`a damaged row of ${what}: ${pseudonym(id)}`)(undefined);
  const opened = watched(await open(config, { kek, now, onDamage, alone: true }));
  return { ...opened, signingKey: signingKeyOf(kek) };
}

async function serve(base: Base, kept: Kept): Promise<App> {
  const { config, now, fault, log } = base;
  const words = loadWords(config);
  const bot = createBot(base, kept, words);
  const server = createServer();
  let url = '';
  const doors = mountChannels(server, base, kept, words, bot);
  const connectors = await mountIfConfigured(server, config, bot.post.channels, {
    ...{ ...kept, ...bot, now, origin: () => url },
    sentence: words.renderer.sentence,
    onError: (error, id) => fault('the connector')(error, id),
  });
  url = await listen(server, config);
  server.on('error', fault('the web server'));
  void bot.runner.takeUp().catch(fault('taking up what was left'));
  bot.schedule.start();
  bot.upkeep.start();
  if (connectors.length > 0) bot.post.dispatch.start();
  bot.sweep.start();
  log.info({ url }, 'lipei is ready');
  const stop = (): Promise<void> => stopAll(server, [...doors, ...connectors], bot, kept, log);
  // Damage is told at the start, not when somebody needs what is damaged.
  const tell = (found?: string): void => void (found && fault(found)(undefined));
  const check = (): Promise<void> => kept.findDamage().then(tell).catch(fault('looking for damage'));
  return { url, store: kept.store, ...bot, renderer: words.renderer, check, stop };
}

/** What is said. */
function loadWords({ insurer: { name: insurer, hotline, caller } }: Config) {
  const files = loadLaw(join(here, 'law'));
  const law = (id: string, asker: string, at: number) => files.at(chinaTime(at).slice(0, 10)).get(id, asker);
  const figure = (id: string, at: number): string | undefined => {
    const found = law(id, 'the scene card', at);
    return found.status === 'value' ? found.value : undefined;
  };
  return { renderer: createRenderer(join(here, 'locales'), { insurer, hotline, caller }), law, figure };
}

function createBot(base: Base, kept: Kept, words: Words) {
  const { now, fault } = base;
  const { store, files, wake } = kept;
  const turn = turnDeps(base, kept, words);
  const post = createPost({ store, wake, now, onError: fault('deliveries') });
  const pushChannels = new Set(base.config.connector ? ['botframework'] : []);
  const watch = turnWatch(base.metrics, fault);
  const runner = new Runner({ store, turn, wake: post.wake, now, pushChannels, watch });
  const schedule = new Schedule({ store, now, runTimer: (job) => runner.timer(job), onError: fault('a timer') });
  const upkeep = new Upkeep({ store, files, now, onError: fault('upkeep') });
  const sweep = new Sweep({ store, runner, onError: fault('a sweep') });
  return { inbox: new Inbox(store, runner, wake), runner, schedule, upkeep, sweep, wake, post };
}

function turnDeps({ config, now, log }: Base, { store, signingKey }: Kept, { renderer, law }: Words): TurnDeps {
  return {
    ...{ flows, renderer, store, newClaimNumber, sample: createSample(config, log) },
    law: (id, at) => ({ ...law(id, 'dialogs', at) }) as unknown as JsonObject,
    service: {
      hours: { ...config.office, offset: 8 * 60 * minute },
      firstContact: config.firstContactMinutes * minute,
      caller: config.insurer.caller,
    },
    receiptUrl: (claim, conversation) => receiptUrl(signingKey, claim, conversation, now()),
  };
}

function mountChannels(server: Server, base: Base, kept: Kept, words: Words, bot: Bot) {
  const { config, now, fault, metrics } = base;
  const { store, files, signingKey } = kept;
  const { publicUrl, trustProxy, directLineSecret: secret } = config;
  const cookieSecure = publicUrl?.startsWith('https:') ?? false;
  const directLine = mountDirectLine(server, {
    ...{ inbox: bot.inbox, store, files, wake: bot.wake },
    config: { secret, signingKey, publicUrl, trustProxy, cookieSecure, now },
    words: pageWords(words.renderer, config.insurer, (id) => words.figure(id, now())),
    onError: (error, id) => fault('a request')(error, id),
    pageDir: join(here, 'channels/directline/page'),
  });
  const onError = fault('a receipt');
  mountReceipt(server, { store, renderer: words.renderer, key: signingKey, now, trustProxy, onError });
  metrics.gauge('lipei_store_calls_waiting', 'Calls to the database without an answer yet.', kept.waiting);
  mountOperators(server, { ready: () => store.ready(), metrics: () => metrics.text() });
  const pressed = { waiting: kept.waiting, refused: () => metrics.count('refused') };
  // Who leaves a phone that is not hers is never kept waiting.
  return [mountDoor(server, pressed, ['/api/chat/forget']), directLine];
}

async function stopAll(server: Server, channels: { close(): void }[], bot: Bot, { store }: Kept, log: Log['log']) {
  log.info('lipei is ending');
  // Who is not let in any more finds another process at once.
  for (const channel of channels) channel.close();
  // Turns before timers: a timer may be waiting for one that waits for the store.
  const turns = bot.runner.stop();
  const posted = bot.post.dispatch.stop();
  bot.sweep.stop();
  await Promise.all([bot.schedule.stop(), bot.upkeep.stop()]);
  await close(server);
  await Promise.all([turns, posted]);
  await store.close();
}

/** `node index.ts [file of settings]` */
async function main(file?: string): Promise<void> {
  if (file) readSettings(file);
  const config = readConfig(process.env);
  captureConsole(config.logLevel);
  const app = await start(config);
  process.stdout.write(`lipei: ${app.url}\n`);
  void app.check();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void app.stop().then(() => process.exit(0)));
}

/** Ends the program with one sentence where it cannot start. */
export async function run(file?: string): Promise<void> {
  await main(file).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

if (import.meta.main) void run(process.argv[2]);
