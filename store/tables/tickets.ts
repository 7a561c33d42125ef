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
  readonly branch: string | null;
  readonly taken_by: string | null;
  readonly done_at: number | null;
  readonly data: Uint8Array;
}

export const COLUMNS = 't.id, t.kind, t.conversation, t.claim, t.at, t.slot, t.branch, t.taken_by, t.done_at, t.data';

/** Of this branch or of none; of all where it is null. */
export const OPEN =
  't.done_at IS NULL AND (t.branch IS NULL OR t.branch = coalesce(?, t.branch)) ORDER BY t.at, t.id LIMIT ? OFFSET ?';

export const SQL = {
  upsert: `INSERT INTO tickets (id, kind, conversation, claim, at, slot, branch, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, conversation = excluded.conversation, claim = excluded.claim,
       at = excluded.at, slot = excluded.slot, branch = coalesce(excluded.branch, tickets.branch), data = excluded.data`,
  newest: `SELECT ${COLUMNS} FROM tickets t ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
  open: `SELECT ${COLUMNS} FROM tickets t WHERE ${OPEN}`,
  openOf: `SELECT ${COLUMNS} FROM tickets t WHERE t.conversation = ? AND t.done_at IS NULL ORDER BY t.at, t.id`,
  take: 'UPDATE tickets SET taken_by = ?2 WHERE id = ?1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = ?2)',
  leave: 'UPDATE tickets SET taken_by = NULL WHERE id = ? AND taken_by = ? AND done_at IS NULL',
  finish: `UPDATE tickets SET taken_by = ?2, done_at = ?3
     WHERE id = ?1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = ?2)`,
  settle: 'UPDATE tickets SET taken_by = ?2, done_at = ?3 WHERE id = ?1 AND done_at IS NULL',
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

/** In the order of `upsert`. */
export function valuesOf(key: KeyObject, ticket: Ticket): (string | number | null | Buffer)[] {
  const { id, kind, conversation, claim, at, slot = null, branch = null, data } = ticket;
  return [id, kind, conversation, claim, at, slot, branch, sealJson(key, placeOf(id), data)];
}

export function openTicket(key: KeyObject, row: TicketRow): Ticket {
  const { id, kind, conversation, claim, at, slot, branch, taken_by, done_at, data } = row;
  return {
    ...{ id, kind, conversation, claim, at },
    ...(slot === null ? {} : { slot }),
    ...(branch === null ? {} : { branch }),
    ...(taken_by === null ? {} : { takenBy: taken_by }),
    ...(done_at === null ? {} : { doneAt: done_at }),
    data: unsealJson(key, placeOf(id), data),
  };
}

export const homelessTicket = (): UnknownPerson =>
  new UnknownPerson('A ticket needs a conversation that exists and was not erased.');
