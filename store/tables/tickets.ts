/** What a person must look at, as every database keeps it. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { ClaimId, ConversationId, Taken, Ticket } from '../ports.ts';

export interface TicketRow {
  readonly id: string;
  readonly kind: Ticket['kind'];
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  readonly slot: number | null;
  readonly taken_by: string | null;
  readonly done_at: number | null;
  readonly data: Uint8Array;
}

export const COLUMNS = 't.id, t.kind, t.conversation, t.claim, t.at, t.slot, t.taken_by, t.done_at, t.data';

export const SQL = {
  upsert: `INSERT INTO tickets (id, kind, conversation, claim, at, slot, data) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, conversation = excluded.conversation, claim = excluded.claim,
       at = excluded.at, slot = excluded.slot, data = excluded.data`,
  newest: `SELECT ${COLUMNS} FROM tickets t ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
  open: `SELECT ${COLUMNS} FROM tickets t WHERE done_at IS NULL ORDER BY at, id LIMIT ? OFFSET ?`,
  take: 'UPDATE tickets SET taken_by = ?2 WHERE id = ?1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = ?2)',
  leave: 'UPDATE tickets SET taken_by = NULL WHERE id = ? AND taken_by = ? AND done_at IS NULL',
  finish: `UPDATE tickets SET taken_by = ?2, done_at = ?3
     WHERE id = ?1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = ?2)`,
  stand: 'SELECT taken_by, done_at FROM tickets WHERE id = ?',
};

export type TicketStand = Pick<TicketRow, 'taken_by' | 'done_at'>;

/** What somebody hears who wanted a ticket: `changed` rows became hers. */
export function takenOf(changed: number, stand: TicketStand | undefined): Taken {
  if (changed > 0) return { status: 'done' };
  const by = stand?.done_at === null ? stand.taken_by : null;
  return by === null ? { status: 'gone' } : { status: 'takenBy', adjuster: by };
}

const placeOf = (id: string): Place => ({ table: 'tickets', column: 'data', row: id });

export const sealTicket = (key: KeyObject, { id, data }: Ticket): Buffer => sealJson(key, placeOf(id), data);

export function openTicket(key: KeyObject, row: TicketRow): Ticket {
  const { id, kind, conversation, claim, at, slot, taken_by, done_at, data } = row;
  return {
    ...{ id, kind, conversation, claim, at },
    ...(slot === null ? {} : { slot }),
    ...(taken_by === null ? {} : { takenBy: taken_by }),
    ...(done_at === null ? {} : { doneAt: done_at }),
    data: unsealJson(key, placeOf(id), data),
  };
}

export const homelessTicket = (): UnknownPerson =>
  new UnknownPerson('A ticket needs a conversation that exists and was not erased.');
