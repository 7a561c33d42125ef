import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { failpoint } from '../failpoints.ts';
import { activityId, eventId, LAST_SEQ, MOST_WAITING } from '../ids.ts';
import type { Accepted, Arrival, ConversationId, PendingArrival, Store } from '../ports.ts';
import type { ArrivalRow, ConversationRow, InboxRow } from '../schema.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Database } from './database.ts';
import type { FileRecords } from './files.ts';
import { nextAt, type Transcript } from './transcript.ts';

/** A turn takes at most so many arrivals. */
const TURN_TAKES = 5;

/** What makes a message the same message. */
type Name = Pick<Arrival, 'channel' | 'conversation' | 'key'>;

interface Parts {
  readonly conversations: Conversations;
  readonly transcript: Transcript;
  readonly files: FileRecords;
}

const statements = (db: Database) => ({
  seen: db.prepare<InboxRow>('SELECT number, seq, shown FROM inbox WHERE key = ?'),
  remember: db.prepare('INSERT INTO inbox (key, number, seq, shown, at) VALUES (?, ?, ?, ?, ?)'),
  enqueue: db.prepare('INSERT INTO arrivals (conversation, number, seq, at, payload) VALUES (?, ?, ?, ?, ?)'),
  count: db.prepare('UPDATE conversations SET arrivals = ?, seq = ?, last_at = ? WHERE id = ?'),
  waiting: db.prepare<ArrivalRow>(
    'SELECT number, seq, at, payload FROM arrivals WHERE conversation = ? AND number > ? ORDER BY number LIMIT ?',
  ),
  handled: db.prepare('DELETE FROM arrivals WHERE conversation = ? AND number <= ?'),
});

/** Commit 1, and the queue it fills. */
export class Arrivals {
  readonly port: Pick<Store, 'accept' | 'accepted' | 'pending'>;
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: Parts) {
    const { db } = context;
    this.#context = context;
    this.#parts = parts;
    this.#sql = statements(db);
    this.port = {
      accept: async (arrival) => {
        failpoint('accept.beforeTx');
        const accepted = await db.write(() => this.#accept(arrival));
        failpoint('accept.afterCommit');
        return accepted;
      },
      accepted: (channel, conversation, key) => db.read(() => this.#accepted({ channel, conversation, key })),
      pending: (conversation, limit = TURN_TAKES) => db.read(() => this.#pending(conversation, limit)),
    };
  }

  /** A turn has handled them. */
  leave(conversation: ConversationId, upTo: number): void {
    this.#sql.handled.run(conversation, upTo);
  }

  #accept(arrival: Arrival): Accepted {
    const row = this.#parts.conversations.row(arrival.conversation);
    if (!row) return { status: 'unknown' };
    const key = this.#nameOf(arrival);
    const first = this.#sql.seen.get(key);
    if (first) return { status: 'duplicate', activityId: idOf(row.id, first), seq: first.seq };
    if (row.arrivals - row.handled >= MOST_WAITING || row.seq >= LAST_SEQ) return { status: 'full' };
    return this.#add(row, key, arrival);
  }

  #add(row: ConversationRow, key: Buffer, { shown, payload, at, files = [] }: Arrival): Accepted {
    const { transcript, files: records } = this.#parts;
    const personKey = this.#context.keys.personOrThrow(row.person);
    const entry: InboxRow = { number: row.arrivals + 1, seq: shown ? row.seq + 1 : row.seq, shown: shown ? 1 : 0 };
    const { number, seq } = entry;
    const lineAt = shown ? nextAt(at, row.last_at) : at;
    this.#sql.remember.run(key, number, seq, entry.shown, at);
    failpoint('accept.midTx');
    if (shown) transcript.write(personKey, row.id, { seq, direction: 'user', at: lineAt, payload });
    const own = shown ? null : sealJson(personKey, placeOf(row.id, number), payload);
    this.#sql.enqueue.run(row.id, number, shown ? seq : null, lineAt, own);
    records.refer(row.id, number, files);
    this.#sql.count.run(number, seq, shown ? lineAt : row.last_at, row.id);
    return { status: 'accepted', activityId: idOf(row.id, entry), seq };
  }

  #accepted(name: Name) {
    const known = this.#parts.conversations.row(name.conversation);
    const first = known && this.#sql.seen.get(this.#nameOf(name));
    return first && { activityId: idOf(name.conversation, first), seq: first.seq };
  }

  #nameOf({ channel, conversation, key }: Name): Buffer {
    return this.#context.blind('message', JSON.stringify([channel, conversation, key]));
  }

  #pending(conversation: ConversationId, limit: number): PendingArrival[] {
    const row = this.#parts.conversations.row(conversation);
    const key = row && this.#context.keys.person(row.person);
    if (!key) return [];
    return this.#sql.waiting.all(conversation, row.handled, limit).map((one) => this.#readable(key, conversation, one));
  }

  /** One that cannot be read still has its number, so that the bot can set it aside and go on with the next. */
  #readable(key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival {
    return this.#context.damage.guard(
      'arrivals',
      envelope(conversation, row).activityId,
      () => this.#open(key, conversation, row),
      () => ({ ...envelope(conversation, row), payload: { type: 'damaged' }, files: [] }),
    );
  }

  #open(key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival {
    const { number, seq, payload } = row;
    const { transcript, files } = this.#parts;
    return {
      ...envelope(conversation, row),
      payload: payload
        ? unsealJson(key, placeOf(conversation, number), payload)
        : transcript.payload(key, conversation, seq ?? 0),
      files: files.of(key, conversation, number),
    };
  }
}

const placeOf = (conversation: ConversationId, number: number): Place => ({
  table: 'arrivals',
  column: 'payload',
  row: `${conversation}|${number}`,
});

const idOf = (conversation: ConversationId, { number, seq, shown }: InboxRow) =>
  shown ? activityId(conversation, seq) : eventId(conversation, number);

const envelope = (conversation: ConversationId, { number, seq, at }: ArrivalRow) => ({
  number,
  activityId: idOf(conversation, { number, seq: seq ?? 0, shown: seq === null ? 0 : 1 }),
  at,
});
