/**
 * Whole turns without a web server, in a process of its own: accept, take the turn, commit, deliver to a channel that takes
 * everything. As index.ts composes it; the database is what the question says. Answers { turns, seconds, cpu } a round.
 */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createPost } from '../../bots/dispatch.ts';
import { Inbox } from '../../bots/inbox.ts';
import { Runner } from '../../bots/runner.ts';
import { openStore } from '../../store/open.ts';
import type { ConversationId } from '../../store/ports.ts';
import { depsOn } from './deps.ts';
import { serve } from './probe.ts';
import { report } from './words.ts';

export interface Where {
  readonly dataDir: string;
  readonly key: string;
  /** For this benchmark alone. */
  readonly synchronous?: 'FULL' | 'NORMAL';
}
export interface Round {
  readonly people: number;
  readonly seconds: number;
}
export interface Taken {
  readonly turns: number;
  readonly seconds: number;
  /** Microseconds of processor time a turn. */
  readonly cpu: number;
}

async function open({ dataDir, key, synchronous = 'FULL' }: Where) {
  const tune = (connection: DatabaseSync): void => connection.exec(`PRAGMA synchronous = ${synchronous}`);
  const where = { dataDir, database: undefined };
  const { store, wake } = await openStore(where, { kek: Buffer.from(key, 'base64'), tune });
  const onError = (error: unknown): never => {
    throw error;
  };
  /** Who waits for the question that ends a turn. */
  const waiting = new Map<string, () => void>();
  const post = createPost({ store, now: Date.now, onError });
  post.channels.bench = {
    async send({ conversation, payload }) {
      if (payload.inputHint === 'expectingInput') waiting.get(conversation)?.();
      return { status: 'sent' };
    },
  };
  const watch = { turn: () => {}, stale: () => {}, failed: (_: string, error: unknown) => onError(error) };
  const pushChannels = new Set(['bench']);
  const { hand } = post;
  const runner = new Runner({ store, turn: depsOn(store), wake, now: Date.now, pushChannels, hand, watch });
  post.dispatch.start();
  return { inbox: new Inbox(store, runner, wake), waiting };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function say({ inbox, waiting }: Opened, conversation: ConversationId, text: string): Promise<void> {
  const answered = new Promise<void>((resolve) => waiting.set(conversation, resolve));
  const payload = { type: 'message', text, from: { id: conversation, role: 'user' } };
  const key = randomBytes(8).toString('hex');
  const { status } = await inbox.accept({
    ...{ channel: 'bench', conversation, key, payload, at: Date.now(), shown: true },
  });
  if (status !== 'accepted') throw new Error(`“${text}” was not accepted: ${status}`);
  await answered;
  waiting.delete(conversation);
}

async function round(opened: Opened, { people, seconds }: Round): Promise<Taken> {
  const began = performance.now();
  const before = process.cpuUsage();
  const over = (): boolean => performance.now() - began > seconds * 1000;
  let turns = 0;
  const person = async (): Promise<void> => {
    while (!over()) {
      const id = await openOne(opened);
      for (const text of report) {
        if (over()) return;
        await say(opened, id, text);
        turns += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  const { user, system } = process.cpuUsage(before);
  return { turns, seconds: (performance.now() - began) / 1000, cpu: (user + system) / turns };
}

/** So many people say one thing and fall silent. */
async function begin(opened: Opened, count: number): Promise<void> {
  let left = count;
  const person = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const id = await openOne(opened);
      await say(opened, id, report[0]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, person));
}

async function openOne({ inbox }: Opened): Promise<ConversationId> {
  const id = randomBytes(16).toString('hex') as ConversationId;
  await inbox.open({ id, channel: 'bench', user: id, at: Date.now(), silent: true });
  return id;
}

const opened = await open(JSON.parse(process.argv[2] ?? '{}') as Where);
serve(
  '',
  {},
  async () => {},
  (question) => {
    const { begin: count } = question as { begin?: number };
    return count === undefined ? round(opened, question as Round) : begin(opened, count);
  },
);
