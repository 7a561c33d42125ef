/**
 * The bot on a real store without a web server, with places to put faults in: around the store, around what a turn needs,
 * and with channels that are pushed to. The rest is as index.ts composes it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newClaimNumber } from '../../bots/claimNumber.ts';
import type { TurnDeps } from '../../bots/deps.ts';
import { Inbox } from '../../bots/inbox.ts';
import { Runner } from '../../bots/runner.ts';
import { Schedule } from '../../bots/schedule.ts';
import { wallClock } from '../../claims/clocks/days.ts';
import { flows } from '../../dialogs/index.ts';
import { loadCalendar } from '../../law/calendar.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer } from '../../locales/render.ts';
import { openStore } from '../../store/open.ts';
import type { Accepted, ConversationId, JsonObject, Store } from '../../store/ports.ts';
import { tuesdayMorning } from '../support/talk.ts';

export const root = join(import.meta.dirname, '../..');
const kek = Buffer.alloc(32, 7);
const renderer = createRenderer(join(root, 'locales'), { insurer: '', hotline: '', caller: '' });
const law = loadLaw(join(root, 'law'));
const calendar = loadCalendar(join(root, 'law/calendar'));

export interface Faults {
  readonly store?: (store: Store) => Store;
  readonly turn?: (deps: TurnDeps) => TurnDeps;
  /** Channels whose lines become deliveries. */
  readonly push?: readonly string[];
  readonly failed?: (error: unknown) => void;
  /** PostgreSQL instead of SQLite in the world's directory. */
  readonly database?: string;
}

export interface World {
  readonly dir: string;
  readonly clock: { at: number };
  /** Without the faults around it. */
  readonly store: Store;
  readonly runner: Runner;
  readonly inbox: Inbox;
  readonly schedule: Schedule;
  open(channel?: string): Promise<ConversationId>;
  say(conversation: ConversationId, text: string, more?: { key?: string; channel?: string }): Promise<Accepted>;
  /** Stops and starts again on the same data; what was accepted is taken up. */
  reopen(faults?: Faults): Promise<World>;
  close(): Promise<void>;
  dispose(): Promise<void>;
}

/** Nobody is at the desk. */
export const nobody = {
  file: async () => undefined,
  presence: async () => [],
  waitingBefore: async () => 0,
  handoffs: async () => [],
  recentWaits: async () => [],
  openTicketsOf: async () => [],
  accounts: async () => [],
  workloads: async () => [],
  contactsOf: async () => [],
};

export function turnDeps(store: TurnDeps['store']): TurnDeps {
  const answer = (id: string, at: number) => law.at(wallClock(at).slice(0, 10)).get(id, 'dialogs');
  return {
    flows,
    renderer,
    store,
    law: (id, at) => ({ ...answer(id, at) }) as unknown as JsonObject,
    clocks: { law, calendar },
    service: {
      hours: { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', holidays: [], offset: 8 * 3_600_000 },
      firstContact: 3_600_000,
      caller: '',
      desk: { longestWait: 15 * 60_000, silence: 5 * 60_000, away: 90_000, largeAmount: 20_000_000 },
      branches: [],
      telling: {
        ...{ every: 7 * 24 * 3_600_000, gap: 600_000, quiet: { from: '22:00', until: '08:00' } },
        textAfter: undefined,
      },
    },
    receiptUrl: () => '/receipt/signed',
    papersUrl: () => '/chat/papers/signed',
    objectionUrl: () => '/chat/objection/signed',
    newClaimNumber,
  };
}

export const newConversation = (): ConversationId => randomBytes(16).toString('hex') as ConversationId;

export async function openWorld(faults: Faults = {}, dir = newDir(), clock = { at: tuesdayMorning }): Promise<World> {
  const now = () => clock.at;
  const database = faults.database ? { url: faults.database, connections: 5 } : undefined;
  const { store, wake } = await openStore({ dataDir: dir, database }, { kek, now });
  const seen = faults.store?.(store) ?? store;
  const turn = faults.turn?.(turnDeps(seen)) ?? turnDeps(seen);
  const watch = { turn: () => {}, stale: () => {}, failed: (_id: string, e: unknown) => faults.failed?.(e) };
  const runner = new Runner({ store: seen, turn, wake, now, pushChannels: new Set(faults.push), watch });
  const inbox = new Inbox(seen, runner, wake);
  const onError = (error: unknown) => faults.failed?.(error);
  const schedule = new Schedule({ store: seen, now, runTimer: (job) => runner.timer(job), onError });
  await runner.takeUp();

  async function close(): Promise<void> {
    await schedule.stop();
    await runner.stop();
    await store.close().catch(() => {}); // a disk that is gone cannot be tidied; the data is what counts
  }
  return {
    ...{ dir, clock, store, runner, inbox, schedule, close },
    async open(channel = 'directline') {
      const id = newConversation();
      await inbox.open({ id, channel, user: 'dl_someone', at: clock.at });
      return id;
    },
    say: (conversation, text, more = {}) => inbox.accept(arrivalOf(conversation, text, clock.at, more)),
    async reopen(again = faults) {
      await close();
      return openWorld(again, dir, clock);
    },
    async dispose() {
      await close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const newDir = (where = tmpdir()): string => mkdtempSync(join(where, 'lipei-faults-'));

export function arrivalOf(
  conversation: ConversationId,
  text: string,
  at: number,
  { key = randomBytes(8).toString('hex'), channel = 'directline' }: { key?: string; channel?: string } = {},
) {
  const payload: JsonObject = { type: 'message', text, from: { id: 'dl_someone', role: 'user' } };
  return { channel, conversation, key, at, payload, shown: true };
}
