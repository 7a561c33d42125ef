import { readOn, unlessUnavailable } from '../damage.ts';
import type { Delivery, Store } from '../ports.ts';
import type { ActivityRow, ConversationRow } from '../schema.ts';
import { type Buried, deadLetter, deliveryOf, SQL, type Waiting } from '../tables/deliveries.ts';
import type { Context } from './context.ts';
import type { tickets } from './tickets.ts';
import type { transcript } from './transcript.ts';

interface Parts {
  readonly transcript: ReturnType<typeof transcript>;
  readonly tickets: ReturnType<typeof tickets>;
}

/** Lines on their way to push channels. Their words are in the transcript; a delivered row is gone. */
export function deliveries({ db, keys, damage }: Context, parts: Parts) {
  const insert = db.prepare(SQL.insert);
  // Only the oldest of each conversation: its next line is not due before this one is delivered or buried.
  const due = db.prepare<Waiting>(
    `SELECT d.id, d.conversation, c.person, d.seq, d.channel, d.attempts, d.created_at
     FROM deliveries d JOIN conversations c ON c.id = d.conversation
     WHERE d.dead_at IS NULL AND d.due_at <= ? AND c.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM deliveries e
       WHERE e.conversation = d.conversation AND e.seq < d.seq AND e.dead_at IS NULL)
     ORDER BY d.due_at, d.created_at, d.id LIMIT ? OFFSET ?`,
  );
  const done = db.prepare(SQL.done);
  const retry = db.prepare('UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE id = ?');
  const bury = db.prepare<Buried>(SQL.bury);

  function open(row: Waiting): Delivery[] {
    const key = keys.person(row.person);
    return key ? [deliveryOf(row, parts.transcript.payload(key, row.conversation, row.seq))] : [];
  }

  function buryOne(id: string, reason: string, at: number): void {
    const row = bury.get(at, id);
    if (row) parts.tickets.write(deadLetter(row, reason, at));
  }

  function look(now: number, limit: number): { readonly due: Delivery[]; readonly damaged: string[] } {
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => due.all(now, wanted, skip);
    const readable = (row: Waiting) =>
      damage.list(
        'deliveries',
        row.id,
        () => open(row),
        () => damaged.push(row.id),
      );
    return { due: readOn(limit, rows, readable), damaged };
  }

  /** Where even the person's key is damaged there can be no ticket; the row is dead all the same. */
  const buryDamaged = (id: string, at: number): void =>
    damage.guard(
      'deliveries',
      id,
      () => buryOne(id, 'damaged', at),
      () => {},
    );

  /** A line that cannot be read is buried, or it would hold up all that its conversation says later. */
  async function dueDeliveries(now: number, limit: number): Promise<readonly Delivery[]> {
    const { due, damaged } = await db.read(() => look(now, limit));
    for (const id of damaged) await db.write(() => buryDamaged(id, now)).catch(unlessUnavailable);
    return due;
  }

  const port: Pick<Store, 'dueDeliveries' | 'delivered' | 'retryDelivery' | 'buryDelivery'> = {
    /** At most one a conversation, its oldest: send, mark, ask again. */
    dueDeliveries,
    delivered: (id) => db.write(() => void done.run(id), db.patience.commit),
    retryDelivery: (id, dueAt) => db.write(() => void retry.run(dueAt, id), db.patience.commit),
    buryDelivery: (id, reason, at) => db.write(() => buryOne(id, reason, at), db.patience.commit),
  };

  return {
    port,
    plan(row: Pick<ConversationRow, 'id' | 'channel'>, id: string, { seq, at }: Pick<ActivityRow, 'seq' | 'at'>): void {
      insert.run(id, row.id, seq, row.channel, at, at);
    },
  };
}
