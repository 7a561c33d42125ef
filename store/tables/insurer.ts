/** What the insurer's claim system needs, as every database keeps it. */
import type { ApiAnswer, ApiKey, ApiScope } from '../insurer.ts';
import { COLUMNS } from './claims.ts';
import type { SealedEventRow } from './events.ts';

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly scopes: string;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly used_on: string | null;
}
interface ApiAnswerRow extends Omit<ApiAnswer, 'key'> {
  readonly api_key: string;
}
export type ChangeRow = SealedEventRow & {
  readonly feed: number;
  readonly number: string | null;
  readonly insurer: string | null;
};
export type { ApiAnswerRow, ApiKeyRow };

const KEY = 'id, name, hash, scopes, created_at, revoked_at, used_on';

/** `more` are columns and a join that one database needs beside these. */
const changes = (only: string, columns = '', join = ''): string =>
  `SELECT e.claim, e.seq, e.id, e.type, e.v, e.at, e.author, e.via, e.person, e.data, e.feed, c.number, n.number AS insurer
     ${columns} FROM claim_events e LEFT JOIN claims c ON c.id = e.claim LEFT JOIN claim_numbers n ON n.claim = e.claim
     ${join} WHERE e.feed IS NOT NULL ${only} AND e.feed > ? ORDER BY e.feed LIMIT ?`;

export const changesSql = (columns?: string, join?: string) => ({
  all: changes('', columns, join),
  reported: changes(`AND e.type = 'reported'`, columns, join),
});

export const SQL = {
  addKey: `INSERT INTO api_keys (${KEY}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  keys: `SELECT ${KEY} FROM api_keys ORDER BY created_at, id`,
  key: `SELECT ${KEY} FROM api_keys WHERE id = ?`,
  revoke: 'UPDATE api_keys SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL',
  use: 'UPDATE api_keys SET used_on = ? WHERE id = ?',
  answer: 'SELECT api_key, id, print, status, body, at FROM api_answers WHERE api_key = ? AND id = ?',
  addAnswer: 'INSERT INTO api_answers (api_key, id, print, status, body, at) VALUES (?, ?, ?, ?, ?, ?)',
  claim: 'SELECT claim AS id FROM claim_numbers WHERE number = ?',
  name: 'INSERT INTO claim_numbers (number, claim) VALUES (?, ?)',
  facts: 'UPDATE claims SET facts = ?, updated_at = ? WHERE id = ?',
  contacted: 'UPDATE claims SET contacted_at = coalesce(contacted_at, ?) WHERE id = ? AND contact_due IS NOT NULL',
  proposedAt: 'UPDATE claims SET proposed_at = ? WHERE id = ?',
  proposed: 'SELECT id FROM claims WHERE proposed_at IS NOT NULL ORDER BY proposed_at, id LIMIT ?',
  byInsurer: `SELECT ${COLUMNS} FROM claim_numbers n JOIN claims c ON c.id = n.claim WHERE n.number = ?`,
  // Within a claim in the order of its events; a batch is what came since somebody asked last.
  waiting: 'SELECT claim, seq FROM claim_events WHERE feed IS NULL ORDER BY claim, seq LIMIT ?',
  last: 'SELECT feed FROM claim_events WHERE feed IS NOT NULL ORDER BY feed DESC LIMIT 1',
  number: 'UPDATE claim_events SET feed = ? WHERE claim = ? AND seq = ?',
};

/** Events that are numbered when somebody asks what is new; the rest when she asks again. */
export const NUMBERED_AT_ONCE = 1000;

/** In the order of `addKey`. */
export const keyValues = ({ id, name, hash, scopes, createdAt, revokedAt, usedOn }: ApiKey) =>
  [id, name, hash, scopes.join(','), createdAt, revokedAt, usedOn] as const;

export const openKey = ({ id, name, hash, scopes, created_at, revoked_at, used_on }: ApiKeyRow): ApiKey => ({
  ...{ id, name, hash, scopes: scopes.split(',') as ApiScope[] },
  ...{ createdAt: created_at, revokedAt: revoked_at, usedOn: used_on },
});

/** In the order of `addAnswer`. */
export const answerValues = ({ key, id, print, status, body, at }: ApiAnswer) =>
  [key, id, print, status, body, at] as const;

export const openAnswer = ({ api_key, ...answer }: ApiAnswerRow): ApiAnswer => ({ key: api_key, ...answer });
