/** The parts that index.ts starts: what is kept, what is said, the bot, and the doors of the server. Names concrete classes, as it does. */
import { join } from 'node:path';
import { newClaimNumber } from './bots/claimNumber.ts';
import type { DeskRules, TurnDeps } from './bots/deps.ts';
import { Desk } from './bots/desk.ts';
import { createPost, type Hand } from './bots/dispatch.ts';
import { CODE_POLICY } from './bots/identity/figures.ts';
import { sendCode } from './bots/identity/jobs.ts';
import { CODE_JOB } from './bots/identity/request.ts';
import { Inbox } from './bots/inbox.ts';
import { watched } from './bots/load.ts';
import { PLACE_JOB } from './bots/place.ts';
import { Runner } from './bots/runner.ts';
import { Schedule } from './bots/schedule.ts';
import { Sweep } from './bots/sweep.ts';
import { Upkeep } from './bots/upkeep.ts';
import { mountDirectLine } from './channels/directline/routes.ts';
import { pageWords } from './channels/directline/words.ts';
import { mountObjection, objectionUrl } from './channels/objection.ts';
import { mountPapers, papersUrl } from './channels/papers.ts';
import { mountReceipt, receiptUrl } from './channels/receipt.ts';
import { mountDoor } from './channels/web/door.ts';
import { withPublicDays } from './claims/hours.ts';
import { mountClaimSystem } from './compose-api.ts';
import { createLookout, tellingRules, textJobs } from './compose-telling.ts';
import type { Words } from './compose-words.ts';
import type { Config } from './config.ts';
import { mountDemo } from './demo/mount.ts';
import { DEMO_CLAIMS } from './demo/seed.ts';
import { flows } from './dialogs/index.ts';
import { type createServer, mountOperators } from './http.ts';
import type { WorkCalendar } from './law/types.ts';
import { type Log, pseudonym, turnWatch } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createSample } from './samples.ts';
import { consoleSender, type DemoSender } from './sms/console.ts';
import { gateway } from './sms/gateway.ts';
import type { Sender } from './sms/port.ts';
import { openDataDir } from './store/dataDir.ts';
import { auditKeyOf, codeKeyOf, loadKek, signingKeyOf } from './store/key.ts';
import type { openStore } from './store/open.ts';
import type { Job, JsonObject } from './store/ports.ts';

const minute = 60_000;

/** What everything stands on. */
export interface Base extends Log {
  readonly config: Config;
  readonly now: () => number;
  readonly metrics: Metrics;
}

export type Kept = Awaited<ReturnType<typeof openKept>>;
export type Bot = ReturnType<typeof createBot>;
export type Server = ReturnType<typeof createServer>;
export type Closing = { close(): void };

/** What is kept: the store, the files, word of what is new, and the key that links are signed with. */
export async function openKept({ config, now, fault }: Base, open: typeof openStore) {
  if (!config.database) await openDataDir(config.dataDir);
  const kek = await loadKek(config);
  const onDamage = (what: string, id: string): void => fault(`a damaged row of ${what}: ${pseudonym(id)}`)(undefined);
  const opened = watched(await open(config, { kek, now, onDamage, alone: true }));
  return { ...opened, signingKey: signingKeyOf(kek), auditKey: auditKeyOf(kek), codeKey: codeKeyOf(kek) };
}

export function createBot(base: Base, kept: Kept, words: Words, url: () => string) {
  const { now, fault } = base;
  const { store, files, wake } = kept;
  const turn = turnDeps(base, kept, words);
  const post = createPost({ store, now, onError: fault('deliveries') });
  const pushChannels = new Set(base.config.connector ? ['botframework'] : []);
  const watch = turnWatch(base.metrics, fault);
  const hand: Hand = (work, committed) => {
    post.hand(work, committed);
    if (work.jobs.some(({ kind }) => kind === CODE_JOB || kind === PLACE_JOB)) schedule.nudge();
  };
  const runner = new Runner({ store, turn, wake, now, pushChannels, hand, watch });
  const { demo, sender } = senders(base);
  const besides = sender
    ? {
        [CODE_JOB]: (job: Job) => sendCode({ ...codes(kept), sender, renderer: words.renderer, now }, job),
        ...textJobs(base, kept, words, sender, url),
      }
    : {};
  const runTimer = (job: Parameters<Runner['timer']>[0]) => runner.timer(job);
  const schedule = new Schedule({ store, now, runTimer, besides, onError: fault('a timer') });
  const upkeep = new Upkeep({ store, files, now, onError: fault('upkeep') });
  const sweep = new Sweep({ store, runner, onError: fault('a sweep') });
  const desk = new Desk(runner);
  const lookout = createLookout(base, kept, runner);
  const inbox = new Inbox(store, runner, wake);
  return { inbox, runner, desk, schedule, upkeep, sweep, lookout, wake, post, demo };
}

/** How codes reach people: through the insurer's gateway, or in the demo the log. */
function senders({ config: { sms }, now, log, fault }: Base): { readonly demo?: DemoSender; readonly sender?: Sender } {
  if (sms?.kind === 'gateway') return { sender: gateway({ ...sms, now, onError: fault('a text message') }) };
  if (sms?.kind !== 'console') return {};
  const demo = consoleSender((line) => log.info({ demo: true, sms: line }, 'demo: this text message was not sent'));
  return { demo, sender: demo };
}

const codes = ({ store, codeKey }: Kept) => ({ store, policy: CODE_POLICY, key: codeKey });

function turnDeps(base: Base, kept: Kept, { renderer, law, laws, calendar }: Words): TurnDeps {
  const { config, now, log } = base;
  const { store, signingKey } = kept;
  return {
    ...(config.sms ? { identity: codes(kept) } : {}),
    ...{ flows, renderer, store, newClaimNumber, sample: createSample(config, log) },
    law: (id, at) => ({ ...law(id, 'dialogs', at) }) as unknown as JsonObject,
    clocks: { law: laws, calendar },
    service: {
      hours: { ...config.office, ...moved(config, calendar), offset: 8 * 60 * minute },
      firstContact: config.firstContactMinutes * minute,
      caller: config.insurer.caller,
      desk: deskRules(config),
      branches: config.desk.branches,
      telling: tellingRules(base),
    },
    receiptUrl: (claim, conversation) => receiptUrl(signingKey, claim, conversation, now()),
    objectionUrl: (claim, conversation, named) => objectionUrl(signingKey, { claim, conversation, ...named }, now()),
    papersUrl: (claim, conversation, list) => papersUrl(signingKey, { claim, conversation, ...list }, now()),
  };
}

/** Public holidays close the office, and moved days open it; not where it is open every day of the week. */
const moved = ({ office }: Config, calendar: WorkCalendar) =>
  office.days.length === 7 ? {} : withPublicDays(office.holidays, calendar);

/** Whoever was not seen for so long is not at the desk. */
const AWAY = 1.5 * minute;

const deskRules = ({ desk }: Config): DeskRules => ({
  longestWait: desk.waitMinutes * minute,
  silence: desk.silenceMinutes * minute,
  away: AWAY,
  largeAmount: desk.largeAmount * 100,
  outside: desk.hub !== undefined,
});

export function mountChannels(server: Server, base: Base, kept: Kept, words: Words, bot: Bot) {
  const { config, now, fault, metrics } = base;
  const { store, files, signingKey } = kept;
  const { publicUrl, trustProxy, directLineSecret: secret } = config;
  const cookieSecure = publicUrl?.startsWith('https:') ?? false;
  const directLine = mountDirectLine(server, {
    ...{ inbox: bot.inbox, store, files, wake: bot.wake, onTyping: (hear) => bot.desk.onTyping(hear) },
    onSeen: (conversation, seq) => void store.noteSeen(conversation, seq).catch(fault('what was seen')),
    config: { secret, signingKey, originKey: kept.codeKey, publicUrl, trustProxy, cookieSecure, now },
    words: pageWords(
      words.renderer,
      config.insurer,
      (id) => words.figure(id, now()),
      bot.demo ? DEMO_CLAIMS.map((one) => ({ ...one })) : [],
    ),
    onError: (error, id) => fault('a request')(error, id),
    pageDir: join(import.meta.dirname, 'channels/directline/page'),
  });
  if (bot.demo) mountDemo(server, bot.demo, now, trustProxy);
  const onError = fault('a receipt');
  mountReceipt(server, { store, renderer: words.renderer, key: signingKey, now, trustProxy, onError });
  const shown = { store, renderer: words.renderer, laws: words.laws, key: signingKey, now, trustProxy };
  mountPapers(server, { ...shown, onError: fault('a list of papers') });
  mountObjection(server, { ...shown, onError: fault('a draft of a letter') });
  metrics.gauge('lipei_store_calls_waiting', 'Calls to the database without an answer yet.', kept.waiting);
  mountOperators(server, { ready: () => store.ready(), metrics: () => metrics.text() });
  const calls = mountClaimSystem(server, base, kept, words);
  const pressed = { waiting: kept.waiting, refused: () => metrics.count('refused') };
  // Who leaves a phone that is not hers is never kept waiting.
  return { doors: [mountDoor(server, pressed, ['/api/chat/forget']), directLine], calls };
}
