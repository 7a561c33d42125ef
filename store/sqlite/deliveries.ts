import { readOn, unlessUnavailable } from '../damage.ts';
import type { ConversationId, Delivery, Store, StoredActivity } from '../ports.ts';
import type { ConversationRow, Wrapped } from '../schema.ts';
import { type Buried, deadLetter, deliveryOf, firstTry, SQL, type Waiting } from '../tables/deliveries.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Tickets } from './tickets.ts';
import type { Transcript } from './transcript.ts';

interface Parts {
  readonly transcript: Transcript;
  readonly tickets: Tickets;
}

const statements = (db: Database) => ({
  insert: db.prepare(SQL.insert),
  // Only the oldest of each conversation: its next line is not due before this one is delivered or buried.
  due: db.prepare<Waiting & Wrapped>(
    `SELECT d.id, d.conversation, c.person, k.wrapped, d.seq, d.channel, d.attempts, d.created_at
     FROM deliveries d JOIN conversations c ON c.id = d.conversation
     LEFT JOIN keys k ON k.kind = 'person' AND k.id = c.person
     WHERE d.dead_at IS NULL AND d.due_at <= ? AND c.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM deliveries e
       WHERE e.conversation = d.conversation AND e.seq < d.seq AND e.dead_at IS NULL)
     ORDER BY d.due_at, d.created_at, d.id LIMIT ? OFFSET ?`,
  ),
  before: db.prepare('SELECT id FROM deliveries WHERE conversation = ? AND seq < ? AND dead_at IS NULL LIMIT 1'),
  done: db.prepare(SQL.done),
  retry: db.prepare('UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE id = ?'),
  bury: db.prepare<Buried>(SQL.bury),
});

/** Lines on their way to push channels. Their words are in the transcript; a delivered row is gone. */
export class Deliveries {
  readonly port: Pick<Store, 'dueDeliveries' | 'delivered' | 'retryDelivery' | 'buryDelivery'>;
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: Parts) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#parts = parts;
    this.#sql = sql;
    this.port = {
      /** At most one a conversation, its oldest: send, mark, ask again. */
      dueDeliveries: (now, limit, besides = new Set()) => this.#due(now, limit, besides),
      delivered: (id, unhurried) => db.write(() => void sql.done.run(id), db.patience.commit, unhurried),
      retryDelivery: (id, dueAt) => db.write(() => void sql.retry.run(dueAt, id), db.patience.commit),
      buryDelivery: (id, reason, at) => db.write(() => this.#bury(id, reason, at), db.patience.commit),
    };
  }

  /** Due at the turn's hour: where the clock went back, that of the line is ahead. */
  plan({ id: conversation, channel }: ConversationRow, { id, seq, at }: StoredActivity, dueAt: number): void {
    this.#sql.insert.run(id, conversation, seq, channel, dueAt, at);
  }

  /** The first of these lines, where none of their conversation waits before it. */
  first(row: ConversationRow, [line]: readonly StoredActivity[]): Delivery | undefined {
    return line && !this.#sql.before.get(row.id, line.seq) ? firstTry(row, line) : undefined;
  }

  /** A line that cannot be read is buried, or it would hold up all that its conversation says later. */
  async #due(now: number, limit: number, besides: ReadonlySet<ConversationId>): Promise<readonly Delivery[]> {
    const { db } = this.#context;
    const { due, damaged } = await db.read(() => this.#look(now, limit, besides));
    for (const id of damaged) await db.write(() => this.#buryDamaged(id, now)).catch(unlessUnavailable);
    return due;
  }

  #look(
    now: number,
    limit: number,
    besides: ReadonlySet<ConversationId>,
  ): { readonly due: Delivery[]; readonly damaged: string[] } {
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => this.#sql.due.all(now, wanted, skip);
    const readable = (row: Waiting & Wrapped) =>
      this.#context.damage.list(
        'deliveries',
        row.id,
        () => (besides.has(row.conversation) ? [] : this.#open(row)),
        () => damaged.push(row.id),
      );
    return { due: readOn(limit, rows, readable), damaged };
  }

  #open(row: Waiting & Wrapped): Delivery[] {
    const key = this.#context.keys.owner(row);
    return key ? [deliveryOf(row, this.#parts.transcript.payload(key, row.conversation, row.seq))] : [];
  }

  /** Where even the person's key is damaged there can be no ticket; the row is dead all the same. */
  #buryDamaged(id: string, at: number): void {
    this.#context.damage.guard(
      'deliveries',
      id,
      () => this.#bury(id, 'damaged', at),
      () => {},
    );
  }

  #bury(id: string, reason: string, at: number): void {
    const row = this.#sql.bury.get(at, id);
    if (row) this.#parts.tickets.write(deadLetter(row, reason, at));
  }
}
