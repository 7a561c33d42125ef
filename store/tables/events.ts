/** Events of claims and who takes part in them, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { Binding, ClaimEvent, ClaimId, PersonId } from '../ports.ts';

export interface EventRow {
  readonly claim: ClaimId;
  readonly seq: number;
  readonly id: string;
  readonly type: ClaimEvent['type'];
  readonly v: 1;
  readonly at: number;
  readonly author: ClaimEvent['by'];
  readonly via: string;
  readonly person: PersonId | null;
}
export type SealedEventRow = EventRow & { readonly data: Uint8Array };
export type BindingRow = Omit<Binding, 'verifiedAt'> & { readonly verified_at: number | null };

export const SQL = {
  last: 'SELECT coalesce(max(seq), 0) AS seq FROM claim_events WHERE claim = ?',
  append:
    'INSERT INTO claim_events (claim, seq, id, type, v, at, author, via, person, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ofClaim:
    'SELECT claim, seq, id, type, v, at, author, via, person, data FROM claim_events WHERE claim = ? ORDER BY seq',
  bind: `INSERT INTO bindings (conversation, claim, person, role, level, verified_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (conversation, claim) DO UPDATE SET person = excluded.person, role = excluded.role, level = excluded.level,
       verified_at = excluded.verified_at`,
  ofConversation:
    'SELECT conversation, person, claim, role, level, verified_at FROM bindings WHERE conversation = ? ORDER BY claim',
};

/** The whole envelope is part of the place: who said what when cannot be changed without being noticed. */
const placeOf = ({ claim, seq, id, type, v, at, author, via, person }: EventRow): Place => ({
  table: 'claim_events',
  column: 'data',
  row: [claim, seq, id, type, v, at, author, via, person].join('|'),
});

export const rowOf = ({ id, claim, type, v, at, by, via, person }: ClaimEvent, seq: number): EventRow => ({
  ...{ claim, seq, id, type, v, at, author: by, via },
  person: person ?? null,
});

/** In the order of `append`. */
export const valuesOf = (key: KeyObject, row: EventRow, data: ClaimEvent['data']) => {
  const { claim, seq, id, type, v, at, author, via, person } = row;
  return [claim, seq, id, type, v, at, author, via, person, sealJson(key, placeOf(row), data)] as const;
};

export function openEvent(key: KeyObject, row: SealedEventRow): ClaimEvent {
  const { id, claim, type, v, at, author, via, person } = row;
  const event = { id, claim, type, v, at, by: author, via, data: unsealJson(key, placeOf(row), row.data) };
  return person === null ? event : { ...event, person };
}

export const openBinding = ({ verified_at, ...binding }: BindingRow): Binding => ({
  ...binding,
  verifiedAt: verified_at,
});
