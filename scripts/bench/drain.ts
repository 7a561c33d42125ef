/**
 * P15: lines that waited while the other end was away, once they are due. Made by real turns: people say hello, and then the
 * first lines of a report, while nobody sends.
 */
import { randomBytes } from 'node:crypto';
import { Inbox } from '../../bots/inbox.ts';
import { Runner } from '../../bots/runner.ts';
import type { ConversationId } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { localWake } from '../../store/wake.ts';
import { startOthers } from './children.ts';
import { depsOn } from './deps.ts';
import type { Measure, Result } from './options.ts';
import { key, newDir, startProduct } from './product-child.ts';
import { spread } from './stats.ts';
import type { Heard } from './stub.ts';
import { report } from './words.ts';

const CONVERSATIONS = 2500;
const LINES = 4;

/** Fills `dir` with so many conversations of four lines that nobody has sent. */
async function queue(dir: string, serviceUrl: string): Promise<void> {
  const store = await openSqlite({ dataDir: dir, kek: Buffer.from(key, 'base64') });
  const [wake, now] = [localWake(), Date.now];
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  const watch = { turn: () => {}, stale: () => {}, failed };
  const pushChannels = new Set(['botframework']);
  const runner = new Runner({ store, turn: depsOn(store), wake, now, pushChannels, watch });
  const inbox = new Inbox(store, runner, wake);
  const ids = Array.from({ length: CONVERSATIONS }, () => randomBytes(16).toString('hex') as ConversationId);
  const open = (id: ConversationId): Promise<unknown> => {
    const address = { channelId: 'webchat', serviceUrl, conversation: { id }, bot: { id: 'bot' }, user: { id: 'u' } };
    return inbox.open({ id, channel: 'botframework', user: id, at: now(), address });
  };
  const say = (conversation: ConversationId, text: string): Promise<unknown> => {
    const payload = { type: 'message', text, from: { id: conversation, role: 'user' } };
    return inbox.accept({ channel: 'botframework', conversation, key: text, at: now(), payload, shown: true });
  };
  await Promise.all(ids.map(open));
  await runner.idle();
  for (const text of report.slice(0, LINES - 1)) {
    await Promise.all(ids.map((id) => say(id, text)));
    await runner.idle();
  }
  await store.close();
}

async function measure(): Promise<Result[]> {
  const others = await startOthers();
  const dir = newDir();
  await queue(dir, others.stub.facts.url);
  const began = performance.now();
  const { stop } = await startProduct({ dir });
  const heard = (): Promise<Heard> => others.stub.ask<Heard>('count');
  while ((await heard()).lines < CONVERSATIONS * LINES) await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - began) / 1000;
  const { outOfOrder } = await heard();
  await stop();
  if (outOfOrder > 0) throw new Error(`${outOfOrder} lines came out of order.`);
  const note = `${CONVERSATIONS} conversations, ${LINES} lines each, in order; all due at once, from the start of the program`;
  return [{ id: 'P15', ...spread([seconds]), note }];
}

export const drain: Measure = { ids: ['P15'], run: measure };
