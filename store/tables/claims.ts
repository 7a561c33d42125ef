/** The projection of claims, as every database keeps it. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { ClaimId, ClaimRow, JsonObject } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import { CONTACT_COLUMNS } from './contacts.ts';

// Events are numbered from 1 and never deleted: the last number is their count, also when some can no longer be read.
export const COLUMNS = `c.id, c.number, c.status, c.accident_from, c.accident_to, c.updated_at, c.facts,
     (SELECT coalesce(max(e.seq), 0) FROM claim_events e WHERE e.claim = c.id) AS version`;

const WRITTEN = [...['number', 'status', 'accident_from', 'accident_to', 'updated_at', 'facts'], ...CONTACT_COLUMNS];

/** Where it was reported first, whoever writes to it from elsewhere. */
const writtenAgain = (name: string): string =>
  name === 'conversation'
    ? 'conversation = coalesce(claims.conversation, excluded.conversation)'
    : `${name} = excluded.${name}`;

export const SQL = {
  upsert: `INSERT INTO claims (id, ${WRITTEN.join(', ')}) VALUES (?, ${WRITTEN.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${WRITTEN.map(writtenAgain).join(', ')}`,
  unindex: 'DELETE FROM claim_index WHERE claim = ?',
  index: 'INSERT INTO claim_index (kind, hash, claim) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  byId: `SELECT ${COLUMNS} FROM claims c WHERE c.id = ?`,
  byNumber: `SELECT ${COLUMNS} FROM claims c WHERE c.number = ?`,
  conversationsByNumber: `SELECT b.conversation AS id FROM claims c JOIN bindings b ON b.claim = c.id
     WHERE c.number = ? ORDER BY c.updated_at DESC, b.conversation LIMIT ?`,
  spoken: 'INSERT INTO conversation_index (kind, hash, conversation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  conversationsByIndex: `SELECT found.id FROM (
     SELECT b.conversation AS id, c.updated_at AS at FROM claim_index i JOIN claims c ON c.id = i.claim
       JOIN bindings b ON b.claim = c.id WHERE i.kind = ?1 AND i.hash = ?2
     UNION ALL SELECT i.conversation, v.created_at FROM conversation_index i JOIN conversations v ON v.id = i.conversation
       WHERE i.kind = ?1 AND i.hash = ?2) AS found
     GROUP BY found.id ORDER BY max(found.at) DESC, found.id LIMIT ?3`,
  // One end of the span may be unknown; then the accident is taken to be at the other.
  byPlate: `SELECT c.id FROM claim_index i JOIN claims c ON c.id = i.claim
     WHERE i.kind = 'plate' AND i.hash = ? AND coalesce(c.accident_from, c.accident_to) <= ?
       AND coalesce(c.accident_to, c.accident_from) >= ? ORDER BY c.updated_at DESC, c.id`,
};

const placeOf = (id: ClaimId): Place => ({ table: 'claims', column: 'facts', row: id });

export const sealFacts = (key: KeyObject, id: ClaimId, facts: JsonObject): Buffer => sealJson(key, placeOf(id), facts);

export function openClaim(key: KeyObject, row: ClaimTableRow): ClaimRow {
  const { id, version, number, status } = row;
  const facts = row.facts ? unsealJson(key, placeOf(id), row.facts) : {};
  const dates = { accidentFrom: row.accident_from, accidentTo: row.accident_to, updatedAt: row.updated_at };
  return { id, version, number, status, ...dates, facts };
}
