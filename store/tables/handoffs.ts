/** Handoffs and presence, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { ClaimId, ConversationId, Handoff, Presence, Present } from '../ports.ts';

export interface HandoffRow {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly state: Handoff['state'];
  readonly reason: Handoff['reason'];
  readonly severity: number;
  readonly back: 0 | 1;
  readonly lang: string;
  readonly branch: string | null;
  readonly asked_at: number;
  readonly accepted_at: number | null;
  readonly adjuster: string | null;
  readonly first_word_at: number | null;
  readonly last_adjuster_at: number | null;
  readonly last_person_at: number | null;
  readonly ended_at: number | null;
  readonly outcome: Handoff['outcome'];
  readonly data: Uint8Array;
}

export interface PresenceRow {
  readonly adjuster: string;
  readonly seen_at: number;
  readonly max_open: number;
  readonly ringing: 0 | 1;
  readonly open: number;
  readonly branch: string | null;
}

const columns = [
  ...[
    'id',
    'conversation',
    'claim',
    'state',
    'reason',
    'severity',
    'back',
    'lang',
    'branch',
    'asked_at',
    'accepted_at',
  ],
  ...['adjuster', 'first_word_at', 'last_adjuster_at', 'last_person_at', 'ended_at', 'outcome', 'data'],
];
const changed = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
/** With the wrapped key of the person whose conversation it is. */
const select = `SELECT ${columns.map((name) => `h.${name}`).join(', ')}, c.person, k.wrapped FROM handoffs h
  JOIN conversations c ON c.id = h.conversation JOIN keys k ON k.kind = 'person' AND k.id = c.person
  WHERE c.erased_at IS NULL`;
const order = 'ORDER BY h.severity DESC, h.back DESC, h.asked_at, h.id';
const page = 'LIMIT ? OFFSET ?';
/** Of this branch or of none; of all where it is null. */
const seen = (branch: string) => `(${branch} IS NULL OR ${branch} = coalesce(?, ${branch}))`;

export const SQL = {
  upsert: `INSERT INTO handoffs (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${changed.join(', ')}`,
  queue: `${select} AND h.state = ? AND ${seen('h.branch')} ${order} ${page}`,
  of: `${select} AND h.state = ? AND h.adjuster = ? ${order} ${page}`,
  last: `${select} AND h.conversation = ? ORDER BY h.asked_at DESC, h.id DESC LIMIT 1`,
  before: `SELECT count(*) AS count FROM handoffs WHERE state = 'waiting' AND (severity > ?1 OR (severity = ?1 AND
     (back > ?2 OR (back = ?2 AND (asked_at < ?3 OR (asked_at = ?3 AND id < ?4))))))
     AND (branch IS NULL OR branch = coalesce(?5, branch))`,
  waits: `SELECT accepted_at - asked_at AS wait FROM handoffs WHERE accepted_at IS NOT NULL AND reason <> 'desk'
     ORDER BY accepted_at DESC LIMIT ?`,
  present: `INSERT INTO presence (adjuster, seen_at, max_open, ringing) VALUES (?, ?, ?, ?)
     ON CONFLICT (adjuster) DO UPDATE SET seen_at = excluded.seen_at, max_open = excluded.max_open, ringing = excluded.ringing`,
  absent: 'DELETE FROM presence WHERE adjuster = ?',
  presence: `SELECT p.adjuster, p.seen_at, p.max_open, p.ringing,
     (SELECT count(*) FROM handoffs h WHERE h.state = 'active' AND h.adjuster = p.adjuster) AS open, a.branch
     FROM presence p LEFT JOIN accounts a ON a.id = p.adjuster WHERE p.seen_at >= ? ORDER BY p.adjuster`,
};

const placeOf = (id: string): Place => ({ table: 'handoffs', column: 'data', row: id });

/** What stands for the placeholders of `upsert`. */
export function rowOf(key: KeyObject, h: Handoff): (string | number | null | Buffer)[] {
  return [
    ...[h.id, h.conversation, h.claim, h.state, h.reason, h.severity, h.back ? 1 : 0, h.lang, h.branch],
    ...[h.askedAt, h.acceptedAt, h.adjuster, h.firstWordAt, h.lastAdjusterAt, h.lastPersonAt, h.endedAt, h.outcome],
    sealJson(key, placeOf(h.id), h.data),
  ];
}

export function openHandoff(key: KeyObject, row: HandoffRow): Handoff {
  const { id, conversation, claim, state, reason, severity, lang, branch, adjuster, outcome } = row;
  return {
    ...{ id, conversation, claim, state, reason, severity, back: row.back === 1, lang, branch, adjuster, outcome },
    ...{ askedAt: row.asked_at, acceptedAt: row.accepted_at, firstWordAt: row.first_word_at, endedAt: row.ended_at },
    ...{ lastAdjusterAt: row.last_adjuster_at, lastPersonAt: row.last_person_at },
    data: unsealJson(key, placeOf(id), row.data),
  };
}

export const presentOf = ({ adjuster, seen_at, max_open, ringing, open, branch }: PresenceRow): Present => ({
  ...{ adjuster, seenAt: seen_at, maxOpen: max_open, ringing: ringing === 1, open, branch },
});

export const presenceRow = ({ adjuster, seenAt, maxOpen, ringing }: Presence): [string, number, number, number] => [
  ...([adjuster, seenAt, maxOpen, ringing ? 1 : 0] as const),
];

export const homelessHandoff = (): UnknownPerson =>
  new UnknownPerson('A handoff needs a conversation that exists and was not erased.');
