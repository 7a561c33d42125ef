/** Receivers of the feed and calls to them, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { ClaimId } from '../records.ts';
import type { Webhook, WebhookCall } from '../webhooks.ts';

export interface WebhookRow {
  readonly id: string;
  readonly api_key: string;
  readonly url: string;
  readonly types: string;
  readonly created_at: number;
  readonly cursor: number;
  readonly sealed: Uint8Array;
}
export interface CallRow {
  readonly webhook: string;
  readonly feed: number;
  readonly claim: ClaimId;
  readonly attempts: number;
  readonly created_at: number;
  readonly dead_at: number | null;
  readonly reason: string | null;
  readonly id: string;
  readonly type: string;
  readonly author: string;
  readonly at: number;
  readonly number: string | null;
  readonly insurer: string | null;
}

const HOOK = 'w.id, w.api_key, w.url, w.types, w.created_at, w.cursor, w.sealed';
export const CALL = `d.webhook, d.feed, d.claim, d.attempts, d.created_at, d.dead_at, d.reason,
     e.id, e.type, e.author, e.at, c.number, n.number AS insurer`;
/** What an event is told with: of its row nothing that is sealed. */
export const EVENT = `JOIN claim_events e ON e.feed = d.feed AND e.feed IS NOT NULL
     LEFT JOIN claims c ON c.id = d.claim LEFT JOIN claim_numbers n ON n.claim = d.claim`;
/** Of its claim none waits before it. */
export const OLDEST = `NOT EXISTS (SELECT 1 FROM webhook_calls o
     WHERE o.webhook = d.webhook AND o.claim = d.claim AND o.feed < d.feed AND o.dead_at IS NULL)`;

const one = 'WHERE webhook = ? AND feed = ?';
const revive = `UPDATE webhook_calls SET dead_at = NULL, reason = NULL, attempts = 0, locked_until = NULL, due_at = ?1, created_at = ?1
     WHERE webhook = ?2 AND dead_at IS NOT NULL`;

export const SQL = {
  add: 'INSERT INTO webhooks (id, api_key, url, types, created_at, cursor, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
  same: 'SELECT id FROM webhooks WHERE api_key = ? AND url = ?',
  count: 'SELECT count(*) AS n FROM webhooks WHERE api_key = ?',
  ofKey: `SELECT ${HOOK} FROM webhooks w WHERE w.api_key = ? ORDER BY w.created_at, w.id`,
  working: `SELECT ${HOOK} FROM webhooks w JOIN api_keys k ON k.id = w.api_key WHERE k.revoked_at IS NULL ORDER BY w.id`,
  backlog: `SELECT count(*) AS total, count(dead_at) AS dead FROM webhook_calls WHERE webhook = ?`,
  remove: 'DELETE FROM webhooks WHERE api_key = ? AND id = ?',
  removeCalls: 'DELETE FROM webhook_calls WHERE webhook = ?',
  move: 'UPDATE webhooks SET cursor = ? WHERE id = ? AND cursor = ?',
  plan: `INSERT INTO webhook_calls (webhook, feed, claim, attempts, due_at, created_at) VALUES (?, ?, ?, 0, ?, ?)
     ON CONFLICT DO NOTHING`,
  done: `DELETE FROM webhook_calls ${one}`,
  retry: `UPDATE webhook_calls SET due_at = ?, attempts = attempts + 1, locked_until = NULL ${one}`,
  bury: `UPDATE webhook_calls SET dead_at = ?, reason = ?, locked_until = NULL ${one} AND dead_at IS NULL`,
  dead: `SELECT ${CALL} FROM webhook_calls d ${EVENT} WHERE d.webhook = ? AND d.dead_at IS NOT NULL AND d.feed > ?
     ORDER BY d.feed LIMIT ?`,
  replayAll: revive,
  replay: `${revive} AND feed = ?3`,
};

/** The address and whose it is are part of the place: neither can be changed behind the program's back. */
const placeOf = ({ id, key, url, types }: Pick<Webhook, 'id' | 'key' | 'url' | 'types'>): Place => ({
  ...{ table: 'webhooks', column: 'sealed', row: [id, key, types.join(','), url].join('|') },
});

export const sealHook = (key: KeyObject, hook: Omit<Webhook, 'cursor'>): Buffer =>
  sealJson(key, placeOf(hook), { secret: hook.secret });

export function openHook(key: KeyObject, row: WebhookRow): Webhook {
  const { id, api_key, url, types, created_at, cursor, sealed } = row;
  const open = { id, key: api_key, url, types: types === '' ? [] : types.split(',') };
  const { secret } = unsealJson(key, placeOf(open), sealed);
  return { ...open, secret: String(secret), createdAt: created_at, cursor };
}

export const openCall = ({ webhook, feed, claim, attempts, reason, ...row }: CallRow): WebhookCall => ({
  ...{ webhook, feed, claim, attempts, reason, createdAt: row.created_at, deadAt: row.dead_at },
  event: { id: row.id, type: row.type, by: row.author, at: row.at },
  ...{ report: row.number ?? '', insurerNumber: row.insurer },
});
