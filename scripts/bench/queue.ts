/** D2: the queue's page with many stored conversations, many who wait and many tickets. */
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { newState, writeState } from '../../bots/state.ts';
import { keyFrom, newKey, seal } from '../../store/crypto.ts';
import type { ConversationId, Handoff, Ticket } from '../../store/ports.ts';
import { SQL as lines, sealLine } from '../../store/tables/activities.ts';
import { sealState } from '../../store/tables/conversations.ts';
import { SQL as handoffs, rowOf } from '../../store/tables/handoffs.ts';
import { SQL as tickets, valuesOf } from '../../store/tables/tickets.ts';
import { type Colleague, colleagues } from './desk/colleague.ts';
import { OFFICE } from './desk/office.ts';
import { fill } from './fill.ts';
import type { Measure, Options, Result } from './options.ts';
import { key, newDir, removeDir, startProduct } from './product-child.ts';
import { quantile, spread } from './stats.ts';
import { said } from './words.ts';

const CONVERSATIONS = 100_000;
const WAITING = 200;
const TICKETS = 2000;
const LOOKS = 100;
/** Milliseconds between two looks: what all screens share lives for a second, so that every tenth look reads anew. */
const PAUSE = 100;
const MINUTE = 60_000;
/** So many lines a row is told from. */
const LINES = 12;

const handoff = (conversation: ConversationId, n: number): Handoff => ({
  ...{ id: `h${conversation}`, conversation, claim: null, state: 'waiting', reason: 'asked', severity: n % 4 },
  ...{ back: false, lang: 'zh-CN', branch: null, askedAt: Date.now() - n * MINUTE, acceptedAt: null, adjuster: null },
  ...{ firstWordAt: null, lastAdjusterAt: null, lastPersonAt: null, endedAt: null, outcome: null, data: {} },
});
const ticket = (conversation: ConversationId, n: number): Ticket => ({
  ...{ id: `t${conversation}`, kind: n % 2 ? 'brokenOff' : 'callBack', conversation, claim: null },
  ...{ at: Date.now() - n * MINUTE, slot: Date.now() + n * MINUTE, data: { phone: '13800138000' } },
});

type Key = ReturnType<typeof keyFrom>;
interface Stored {
  readonly id: ConversationId;
  readonly version: number;
  readonly handled: number;
  readonly seq: number;
}

/** The state of a conversation that has begun, and its last lines, under the key of its person: rows say who it is and what she said. */
function speak(own: Key, stored: Stored, state: StatementSync, line: StatementSync): void {
  const { id, seq: last } = stored;
  state.run(sealState(own, { ...stored, floor: 'bot' }, writeState(newState('zh-CN'))), id);
  for (let n = 0; n < LINES; n += 1) {
    const [seq, direction] = [last - n, n % 2 ? 'user' : 'bot'] as const;
    const payload = { type: 'message', text: said[n % said.length] ?? '' };
    line.run(id, seq, direction, Date.now(), sealLine(own, id, { seq, at: 0, direction, payload }));
  }
}

/** Of those stored, some wait and some are owed a call; sealed as the store seals it, with keys of their own. */
function makeQueue(dir: string): void {
  const db = new DatabaseSync(join(dir, 'lipei.db'));
  const kek = keyFrom(Buffer.from(key, 'base64'));
  db.exec('BEGIN; DELETE FROM tickets');
  const rekey = db.prepare(`UPDATE keys SET wrapped = ? WHERE kind = 'person' AND id = ?`);
  const [wait, owe] = [db.prepare(handoffs.upsert), db.prepare(tickets.upsert)];
  const [state, line] = [db.prepare('UPDATE conversations SET state = ? WHERE id = ?'), db.prepare(lines.insert)];
  const all = db
    .prepare('SELECT id, version, handled, seq FROM conversations ORDER BY id LIMIT ?')
    .all(WAITING + TICKETS);
  for (const [n, stored] of (all as unknown as Stored[]).entries()) {
    const own = newKey();
    const conversation = stored.id;
    // The person of a filled conversation has its name.
    rekey.run(seal(kek, { table: 'keys', column: 'wrapped', row: `person:${conversation}` }, own), conversation);
    speak(keyFrom(own), stored, state, line);
    if (n < WAITING) wait.run(...rowOf(keyFrom(own), handoff(conversation, n)));
    else owe.run(...valuesOf(keyFrom(own), ticket(conversation, n)));
  }
  db.exec('COMMIT');
  db.close();
}

async function look(who: Colleague): Promise<number> {
  const began = performance.now();
  const { status, body } = await who.get('/workbench/queue');
  const took = performance.now() - began;
  const shown = (mark: string): number => body.split(`<tr id="${mark}-`).length - 1;
  if (status !== 200 || shown('w') === 0 || shown('t') === 0) throw new Error(`The queue was answered ${status}.`);
  await sleep(PAUSE);
  return took;
}

async function measure({ rounds }: Options): Promise<Result[]> {
  const dir = newDir();
  await fill(dir, CONVERSATIONS, key);
  makeQueue(dir);
  const { product, stop } = await startProduct({ dir, env: OFFICE });
  const [who] = await colleagues(product.facts.url, product.facts.firstLink, 1);
  const all: number[][] = [];
  for (let round = 0; who && round <= rounds; round += 1) {
    const times: number[] = [];
    for (let n = 0; n < LOOKS; n += 1) times.push(await look(who));
    all.push(times.sort((a, b) => a - b));
  }
  await stop();
  removeDir(dir);
  const counted = all.slice(1);
  const at = (share: number) => spread(counted.map((times) => quantile(times, share)));
  const note = `${CONVERSATIONS} conversations, ${WAITING} wait, ${TICKETS} open tickets; ${LOOKS} looks a round, one after the other`;
  return [
    { id: 'D2a', ...at(0.5), note },
    { id: 'D2b', ...at(0.99) },
  ];
}

export const queue: Measure = { ids: ['D2a', 'D2b'], run: measure };
