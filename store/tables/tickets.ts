/** What a person must look at, as every database keeps it. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { ClaimId, ConversationId, Ticket } from '../ports.ts';

export interface TicketRow {
  readonly id: string;
  readonly kind: Ticket['kind'];
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  readonly data: Uint8Array;
}

export const SQL = {
  upsert: `INSERT INTO tickets (id, kind, conversation, claim, at, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, conversation = excluded.conversation, claim = excluded.claim,
       at = excluded.at, data = excluded.data`,
  newest: 'SELECT id, kind, conversation, claim, at, data FROM tickets ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
};

const placeOf = (id: string): Place => ({ table: 'tickets', column: 'data', row: id });

export const sealTicket = (key: KeyObject, { id, data }: Ticket): Buffer => sealJson(key, placeOf(id), data);

export function openTicket(key: KeyObject, { id, kind, conversation, claim, at, data }: TicketRow): Ticket {
  return { id, kind, conversation, claim, at, data: unsealJson(key, placeOf(id), data) };
}

export const homelessTicket = (): UnknownPerson =>
  new UnknownPerson('A ticket needs a conversation that exists and was not erased.');
