/** Lines on their way to push channels, as every database keeps them. */
import type { Delivery, JsonObject, StoredActivity, Ticket } from '../ports.ts';
import type { ConversationRow, DeliveryRow } from '../schema.ts';

export type Waiting = Omit<DeliveryRow, 'payload'>;
export type Buried = Pick<DeliveryRow, 'id' | 'conversation' | 'seq' | 'channel' | 'attempts'>;

export const SQL = {
  insert:
    'INSERT INTO deliveries (id, conversation, seq, channel, attempts, due_at, created_at) VALUES (?, ?, ?, ?, 0, ?, ?)',
  done: 'DELETE FROM deliveries WHERE id = ?',
  bury: `UPDATE deliveries SET dead_at = ? WHERE id = ? AND dead_at IS NULL
       AND conversation IN (SELECT id FROM conversations WHERE erased_at IS NULL)
     RETURNING id, conversation, seq, channel, attempts`,
};

/** The line's own id is the key: stable, however often it is sent. */
export const deliveryOf = (row: Waiting, payload: JsonObject): Delivery => {
  const { id, conversation, seq, channel, attempts, created_at } = row;
  return { id, conversation, seq, channel, key: id, attempts, createdAt: created_at, payload };
};

/** A line just planned, as it will be sent. */
export const firstTry = (
  { id: conversation, channel }: Pick<ConversationRow, 'id' | 'channel'>,
  { id, seq, at, payload }: StoredActivity,
): Delivery => ({ id, conversation, seq, channel, key: id, attempts: 0, createdAt: at, payload });

export function deadLetter({ id, conversation, seq, channel, attempts }: Buried, reason: string, at: number): Ticket {
  const data = { delivery: id, seq, channel, attempts, reason };
  return { id: `deadLetter:${id}`, kind: 'deadLetter', conversation, claim: null, at, data };
}
