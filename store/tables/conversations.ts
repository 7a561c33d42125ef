/** Conversations, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealShared } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { Conversation, ConversationId, Floor, JsonObject, PersonId, Store, TurnWork } from '../ports.ts';
import type { ConversationRow, Stateful } from '../schema.ts';

export type NextRow = Pick<ConversationRow, 'id' | 'version' | 'handled' | 'floor' | 'seq' | 'last_at'>;

const columns = [
  ...['id', 'channel', 'person', 'version', 'handled', 'arrivals', 'seq', 'last_at', 'floor', 'failures'],
  ...['revoked_at', 'created_at'],
];
const select = (names: readonly string[]) =>
  `SELECT ${names.map((name) => `c.${name}`).join(', ')}, k.wrapped FROM conversations c LEFT ${KEYS}`;
const KEYS = `JOIN keys k ON k.kind = 'person' AND k.id = c.person WHERE c.erased_at IS NULL`;
export const OWNED = select([...columns, 'state']);
export const OWNER = `SELECT c.person, k.wrapped FROM conversations c ${KEYS} AND c.id = ?`;

export const SQL = {
  find: `${OWNED} AND c.id = ?`,
  /** Without the state. */
  stand: `${select(columns)} AND c.id = ?`,
  taken: 'SELECT id FROM conversations WHERE id = ?',
  insert: `INSERT INTO conversations (id, channel, person, version, handled, arrivals, seq, last_at, floor, failures, state, created_at)
     VALUES (?, ?, ?, 0, 0, 0, 0, 0, 'bot', 0, ?, ?)`,
  advance: `UPDATE conversations SET version = ?, handled = ?, floor = ?, seq = ?, last_at = ?, state = ?, failures = 0 WHERE id = ?`,
  waiting: `SELECT id, last_at FROM conversations WHERE handled < arrivals AND erased_at IS NULL AND (last_at, id) > (?, ?)
     ORDER BY last_at, id LIMIT ?`,
  fail: 'UPDATE conversations SET failures = failures + 1 WHERE id = ? AND handled = ? AND erased_at IS NULL RETURNING failures',
};

type Stand = Pick<ConversationRow, 'id' | 'version' | 'handled' | 'floor'>;

/** Who has the floor and how far we are is part of the place: neither can be turned back without being noticed. */
const placeOf = (row: Stand): Place => ({
  table: 'conversations',
  column: 'state',
  row: `${row.id}|${row.version}|${row.handled}|${row.floor}`,
});

export const sealState = (key: KeyObject, stand: Stand, state: JsonObject): Buffer =>
  sealJson(key, placeOf(stand), state);

export function openConversation(key: KeyObject, row: ConversationRow & Stateful): Conversation {
  const { id, channel, person, version, handled, arrivals, floor, failures, seq, revoked_at, created_at } = row;
  const state = unsealShared(key, placeOf(row), row.state);
  const more = { lastSeq: seq, revokedAt: revoked_at, createdAt: created_at };
  return { id, channel, person, version, handled, arrivals, floor, state, failures, ...more };
}

/** How a conversation begins. */
export function newConversation(
  { id, channel, at, state }: Parameters<Store['openConversation']>[0],
  person: PersonId,
): Conversation {
  const none = { version: 0, handled: 0, arrivals: 0, failures: 0, lastSeq: 0, revokedAt: null };
  return { id, channel, person, ...none, floor: 'bot', state, createdAt: at };
}

export const erasedConversation = (): UnknownPerson =>
  new UnknownPerson('This conversation was erased and cannot be opened again.');

/** Whether a turn began from another state than the one that is there. */
export const isBehind = (row: Stand, work: TurnWork): boolean =>
  row.version !== work.expectedVersion || row.handled !== work.expectedHandled;

export function checkHandled(row: ConversationRow, { handledUpTo }: TurnWork): void {
  if (handledUpTo >= row.handled && handledUpTo <= row.arrivals) return;
  throw new RangeError(
    `A turn cannot handle arrivals up to ${handledUpTo}: ${row.handled} of ${row.arrivals} are handled.`,
  );
}

/** The row after a turn whose last line is `last`. */
export function nextRow(
  row: ConversationRow,
  work: { readonly handledUpTo: number; readonly floor: Floor },
  last: { readonly seq: number; readonly at: number } | undefined,
): NextRow {
  const { seq, at: last_at } = last ?? { seq: row.seq, at: row.last_at };
  const id: ConversationId = row.id;
  return { id, version: row.version + 1, handled: work.handledUpTo, floor: work.floor, seq, last_at };
}
