/** Composition root: config → law → store → dialogs → bot → channels → restify. With compose.ts the only file that names concrete classes. */
import './heap.ts';
import type { Desk } from './bots/desk.ts';
import type { Inbox } from './bots/inbox.ts';
import type { Runner } from './bots/runner.ts';
import type { Schedule } from './bots/schedule.ts';
import type { Lookout } from './bots/telling/lookout.ts';
import { mountIfConfigured } from './channels/botframework/mount.ts';
import {
  type Base,
  type Bot,
  type Closing,
  createBot,
  type Kept,
  mountChannels,
  openKept,
  type Server,
} from './compose.ts';
import { composeDesk } from './compose-desk.ts';
import { loadWords } from './compose-words.ts';
import { type Config, readConfig, readSettings } from './config.ts';
import { seed } from './demo/seed.ts';
import { close, createServer, listen } from './http.ts';
import type { Renderer } from './locales/render.ts';
import { captureConsole, createLog, type Log } from './log.ts';
import { Metrics } from './metrics.ts';
import type { DemoSender } from './sms/console.ts';
import { openStore } from './store/open.ts';
import type { Store, Wake } from './store/ports.ts';

const minute = 60_000;

export interface App {
  readonly url: string;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly runner: Runner;
  readonly desk: Desk;
  readonly schedule: Schedule;
  readonly lookout: Lookout;
  readonly wake: Wake;
  readonly renderer: Renderer;
  /** What people would have been sent, where nobody is. */
  readonly demo?: DemoSender | undefined;
  check(): Promise<void>;
  /** Puts in the demo's claims, once; 0 where it is no demo. */
  seedDemo(): Promise<number>;
  /** The same at the start: where it cannot be, that is logged and the rest goes on. */
  layDemo(): Promise<unknown>;
  /** The path where the first administrator of the desk sets up her account; undefined once there is one. */
  firstLink(): Promise<string | undefined>;
  stop(): Promise<void>;
}

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

async function serve(given: Base, kept: Kept): Promise<App> {
  const base = await withoutDemo(given, kept);
  const { config, now, fault, log } = base;
  const words = loadWords(config);
  let url = '';
  const bot = createBot(base, kept, words, () => url);
  const server = createServer();
  const { doors, calls } = mountChannels(server, base, kept, words, bot);
  const connectors = await mountIfConfigured(server, config, bot.post.channels, {
    ...{ ...kept, ...bot, now, origin: () => url },
    sentence: words.renderer.sentence,
    onError: (error, id) => fault('the connector')(error, id),
  });
  const desk = await composeDesk(server, base, kept, words, bot);
  url = await listen(server, config);
  server.on('error', fault('the web server'));
  void bot.runner.takeUp().catch(fault('taking up what was left'));
  bot.schedule.start();
  bot.upkeep.start();
  if (connectors.length > 0) bot.post.dispatch.start();
  bot.sweep.start();
  bot.lookout.start();
  desk.sealing.start();
  calls.start();
  log.info({ url }, 'lipei is ready');
  const last = async (): Promise<void> => void (await Promise.all([desk.sealing.stop(), calls.stop()]));
  const stop = (): Promise<void> => stopAll(server, [...doors, ...connectors, desk], bot, { ...kept, last }, log);
  // Damage is told at the start, not when somebody needs what is damaged.
  const tell = (found?: string): void => void (found && fault(found)(undefined));
  const check = (): Promise<void> => kept.findDamage().then(tell).catch(fault('looking for damage'));
  const { firstLink } = desk;
  const seedDemo = async (): Promise<number> => (bot.demo ? seed(kept.store, words.laws, now()) : 0);
  const layDemo = (): Promise<unknown> => seedDemo().catch(fault('the demo'));
  return { url, store: kept.store, ...bot, renderer: words.renderer, check, firstLink, seedDemo, layDemo, stop };
}

/** Where a claim system has a key nothing is a demonstration, and no code is written to the log. */
async function withoutDemo(base: Base, { store }: Kept): Promise<Base> {
  if (base.config.sms?.kind !== 'console' || (await store.apiKeys()).length === 0) return base;
  base.log.warn('no codes can be sent: there is a key of a claim system, so this is no demo, and no SMS_GATEWAY_URL');
  return { ...base, config: { ...base.config, sms: undefined } };
}

async function stopAll(
  server: Server,
  channels: Closing[],
  bot: Bot,
  { store, last }: Kept & { last(): Promise<void> },
  log: Log['log'],
) {
  log.info('lipei is ending');
  // Who is not let in any more finds another process at once.
  for (const channel of channels) channel.close();
  // Turns before timers: a timer may be waiting for one that waits for the store.
  const turns = bot.runner.stop();
  const posted = bot.post.dispatch.stop();
  bot.sweep.stop();
  await Promise.all([bot.schedule.stop(), bot.upkeep.stop(), bot.lookout.stop()]);
  await close(server);
  await Promise.all([turns, posted]);
  await last();
  await store.close();
}

/** `node index.ts [file of settings]` */
async function main(file?: string): Promise<void> {
  if (file) readSettings(file);
  const config = readConfig(process.env);
  captureConsole(config.logLevel);
  const app = await start(config);
  process.stdout.write(`lipei: ${app.url}\n`);
  const tell = (path?: string): void => {
    const whole = `${config.publicUrl ?? app.url}${path}`;
    if (path) process.stdout.write(`lipei: set up the first account of the desk, once: ${whole}\n`);
  };
  // A database that is busy now gives a link at the next start.
  void app.firstLink().then(tell, () => {});
  void app.check();
  void app.layDemo();
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
