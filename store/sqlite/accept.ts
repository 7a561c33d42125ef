import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import type { Accepted, Arrival, ConversationId, PendingArrival, Store } from '../ports.ts';
import type { ArrivalRow, InboxRow, OwnedRow } from '../schema.ts';
import { nextAt } from '../tables/activities.ts';
import {
  damagedArrival,
  envelope,
  idOf,
  isFull,
  type MessageName,
  messageKey,
  nextEntry,
  openArrival,
  SQL,
  sealArrival,
  TURN_TAKES,
} from '../tables/arrivals.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Database } from './database.ts';
import type { FileRecords } from './files.ts';
import type { Transcript } from './transcript.ts';

interface Parts {
  readonly conversations: Conversations;
  readonly transcript: Transcript;
  readonly files: FileRecords;
}

const statements = (db: Database) => ({
  seen: db.prepare<InboxRow>(SQL.seen),
  remember: db.prepare(`${SQL.remember} ON CONFLICT (key) DO NOTHING`),
  enqueue: db.prepare(SQL.enqueue),
  count: db.prepare(SQL.count),
  waiting: db.prepare<ArrivalRow>(SQL.waiting),
  handled: db.prepare(SQL.handled),
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
    const key = messageKey(this.#context.blind, arrival);
    const added = isFull(row) ? undefined : this.#add(row, key, arrival);
    if (added) return added;
    const first = this.#sql.seen.get(key);
    return first ? { status: 'duplicate', activityId: idOf(row.id, first), seq: first.seq } : { status: 'full' };
  }

  /** Nothing where it was seen before. */
  #add(row: OwnedRow, key: Buffer, { shown, payload, at, files = [] }: Arrival): Accepted | undefined {
    const { transcript, files: records } = this.#parts;
    const entry = nextEntry(row, shown);
    const { number, seq } = entry;
    const lineAt = shown ? nextAt(at, row.last_at) : at;
    if (this.#sql.remember.run(key, number, seq, entry.shown, at) === 0) return undefined;
    const personKey = this.#context.keys.ownerOrThrow(row);
    failpoint('accept.midTx');
    if (shown) transcript.write(personKey, row.id, { seq, direction: 'user', at: lineAt, payload });
    const own = shown ? null : sealArrival(personKey, row.id, number, payload);
    this.#sql.enqueue.run(row.id, number, shown ? seq : null, lineAt, own);
    records.refer(row.id, number, files);
    this.#sql.count.run(number, seq, shown ? lineAt : row.last_at, row.id);
    return { status: 'accepted', activityId: idOf(row.id, entry), seq, number, at: lineAt };
  }

  #accepted(name: MessageName) {
    const known = this.#parts.conversations.row(name.conversation);
    const first = known && this.#sql.seen.get(messageKey(this.#context.blind, name));
    return first && { activityId: idOf(name.conversation, first), seq: first.seq };
  }

  #pending(conversation: ConversationId, limit: number): PendingArrival[] {
    const row = this.#parts.conversations.row(conversation);
    const key = row && this.#context.keys.owner(row);
    if (!key) return [];
    return this.#sql.waiting.all(conversation, row.handled, limit).map((one) => this.#readable(key, conversation, one));
  }

  #readable(key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival {
    return this.#context.damage.guard(
      'arrivals',
      envelope(conversation, row).activityId,
      () => this.#open(key, conversation, row),
      () => damagedArrival(conversation, row),
    );
  }

  #open(key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival {
    const { number, seq, payload } = row;
    const { transcript, files } = this.#parts;
    return {
      ...envelope(conversation, row),
      payload: payload
        ? openArrival(key, conversation, number, payload)
        : transcript.payload(key, conversation, seq ?? 0),
      files: files.of(key, conversation, number),
    };
  }
}
