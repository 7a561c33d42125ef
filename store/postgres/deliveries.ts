import { unlessUnavailable } from '../damage.ts';
import type { ConversationId, Delivery, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow } from '../schema.ts';
import { missingLine, openLine } from '../tables/activities.ts';
import { type Buried, deadLetter, deliveryOf, firstTry, SQL, type Waiting } from '../tables/deliveries.ts';
import type { Context } from './context.ts';
import { LEASE } from './lease.ts';
import { keyOfOwner, type OwnedRow, type Wrapped } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tickets } from './tickets.ts';
import type { Tx } from './transaction.ts';

interface Due extends Waiting, Wrapped {
  readonly at: number;
  readonly direction: ActivityRow['direction'] | null;
  readonly line: Uint8Array | null;
}

const insert = sql(SQL.insert);
/** Where none of its conversation waits before it, it belongs to us as if we had found it due. */
const claimNew = sql<{ readonly id: string }>(
  `UPDATE deliveries d SET locked_by = ?1, locked_until = ?2 WHERE d.id = ?3 AND NOT EXISTS (SELECT 1 FROM deliveries e
     WHERE e.conversation = d.conversation AND e.seq < d.seq AND e.dead_at IS NULL) RETURNING d.id`,
);
const done = sql(SQL.done);
const retry = sql('UPDATE deliveries SET due_at = ?, attempts = attempts + 1, locked_until = NULL WHERE id = ?');
const bury = sql<Buried>(SQL.bury);
/**
 * Only the oldest of each conversation: its next line is not due before this one is delivered or buried. Claimed like jobs,
 * so that one process sends a line.
 */
const claim = sql<Due>(
  `WITH free AS (SELECT d.id FROM deliveries d JOIN conversations c ON c.id = d.conversation
     WHERE d.dead_at IS NULL AND d.due_at <= ?1 AND c.erased_at IS NULL
       AND (d.locked_until IS NULL OR d.locked_until <= ?1 OR d.locked_by = ?2)
       AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.conversation = d.conversation AND e.seq < d.seq AND e.dead_at IS NULL)
     ORDER BY d.due_at, d.created_at, d.id LIMIT ?4 OFFSET ?5 FOR UPDATE OF d SKIP LOCKED),
   claimed AS (UPDATE deliveries d SET locked_by = ?2, locked_until = ?3 FROM free WHERE d.id = free.id
     RETURNING d.id, d.conversation, d.seq, d.channel, d.attempts, d.created_at, d.due_at)
   SELECT d.id, d.conversation, d.seq, d.channel, d.attempts, d.created_at, c.person, k.wrapped, l.at, l.direction, l.payload AS line
   FROM claimed d JOIN conversations c ON c.id = d.conversation
   LEFT JOIN keys k ON k.kind = 'person' AND k.id = c.person
   LEFT JOIN activities l ON l.conversation = d.conversation AND l.seq = d.seq
   ORDER BY d.due_at, d.created_at, d.id`,
);

/** Lines on their way to push channels. Their words are in the transcript; a delivered row is gone. */
export class Deliveries {
  readonly port: Pick<Store, 'dueDeliveries' | 'delivered' | 'retryDelivery' | 'buryDelivery'>;
  readonly #context: Context;
  readonly #tickets: Tickets;

  constructor(context: Context, parts: { readonly tickets: Tickets }) {
    const { db } = context;
    this.#context = context;
    this.#tickets = parts.tickets;
    this.port = {
      /** At most one a conversation, its oldest: send, mark, ask again. */
      dueDeliveries: (now, limit, besides = new Set()) => this.#due(now, limit, besides),
      delivered: (id) => db.write(async (tx) => tx.send(done, id)),
      retryDelivery: (id, dueAt) => db.write(async (tx) => tx.send(retry, dueAt, id)),
      buryDelivery: (id, reason, at) => db.write((tx) => this.#bury(tx, id, reason, at)),
    };
  }

  /** Due at the turn's hour: where the clock went back, that of the line is ahead. */
  plan(tx: Tx, row: OwnedRow, { id, seq, at }: StoredActivity, dueAt: number): void {
    tx.send(insert, id, row.id, seq, row.channel, dueAt, at);
  }

  /** The first of these lines, claimed, where none of their conversation waits before it. */
  async first(tx: Tx, row: OwnedRow, [line]: readonly StoredActivity[], now: number): Promise<Delivery | undefined> {
    if (!line) return undefined;
    const claimed = await tx.get(claimNew, this.#context.me, now + LEASE, line.id);
    return claimed && firstTry(row, line);
  }

  /** A line that cannot be read is buried, or it would hold up all that its conversation says later. */
  async #due(now: number, limit: number, besides: ReadonlySet<ConversationId>): Promise<readonly Delivery[]> {
    const { db, damage, me } = this.#context;
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => db.write((tx) => tx.all(claim, now, me, now + LEASE, wanted, skip));
    const readable = (row: Due) =>
      damage.list(
        'deliveries',
        row.id,
        () => (besides.has(row.conversation) ? [] : this.#open(row)),
        () => damaged.push(row.id),
      );
    const due = await readOn(limit, rows, readable);
    for (const id of damaged) await this.#buryDamaged(id, now);
    return due;
  }

  #open(row: Due): Delivery[] {
    const key = keyOfOwner(this.#context.keys, row);
    if (!key) return [];
    const { conversation, seq, direction, at, line } = row;
    if (!line || !direction) throw missingLine();
    return [deliveryOf(row, openLine(key, conversation, { seq, direction, at, payload: line }).payload)];
  }

  /** Where even the person's key is damaged there can be no ticket; the row is dead all the same. */
  async #buryDamaged(id: string, at: number): Promise<void> {
    const { db } = this.#context;
    await db
      .write((tx) => this.#bury(tx, id, 'damaged', at))
      .catch(() => db.write(async (tx) => void (await tx.get(bury, at, id))))
      .catch(unlessUnavailable);
  }

  async #bury(tx: Tx, id: string, reason: string, at: number): Promise<void> {
    const row = await tx.get(bury, at, id);
    if (row) await this.#tickets.write(tx, deadLetter(row, reason, at));
  }
}
