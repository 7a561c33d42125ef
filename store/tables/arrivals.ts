/** Messages on their way in, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type BlindIndex, type Place, sealJson, unsealJson } from '../crypto.ts';
import { activityId, eventId, LAST_SEQ, MOST_WAITING } from '../ids.ts';
import type { Arrival, ConversationId, JsonObject, PendingArrival } from '../ports.ts';
import type { ArrivalRow, ConversationRow, InboxRow } from '../schema.ts';

/** A turn takes at most so many arrivals. */
export const TURN_TAKES = 5;

export const SQL = {
  seen: 'SELECT number, seq, shown FROM inbox WHERE key = ?',
  remember: 'INSERT INTO inbox (key, number, seq, shown, at) VALUES (?, ?, ?, ?, ?)',
  enqueue: 'INSERT INTO arrivals (conversation, number, seq, at, payload) VALUES (?, ?, ?, ?, ?)',
  count: 'UPDATE conversations SET arrivals = ?, seq = ?, last_at = ? WHERE id = ?',
  waiting:
    'SELECT number, seq, at, payload FROM arrivals WHERE conversation = ? AND number > ? ORDER BY number LIMIT ?',
  handled: 'DELETE FROM arrivals WHERE conversation = ? AND number <= ?',
};

const placeOf = (conversation: ConversationId, number: number): Place => ({
  table: 'arrivals',
  column: 'payload',
  row: `${conversation}|${number}`,
});

/** What makes a message the same message. */
export type MessageName = Pick<Arrival, 'channel' | 'conversation' | 'key'>;

/** Under this a message is remembered: nobody can tell from it who wrote when. */
export const messageKey = (blind: BlindIndex, { channel, conversation, key }: MessageName): Buffer =>
  blind('message', JSON.stringify([channel, conversation, key]));

export const isFull = (row: ConversationRow): boolean =>
  row.arrivals - row.handled >= MOST_WAITING || row.seq >= LAST_SEQ;

/** The place of the next arrival in its conversation. */
export const nextEntry = (row: ConversationRow, shown: boolean): InboxRow => ({
  number: row.arrivals + 1,
  seq: shown ? row.seq + 1 : row.seq,
  shown: shown ? 1 : 0,
});

export const sealArrival = (key: KeyObject, conversation: ConversationId, number: number, payload: JsonObject) =>
  sealJson(key, placeOf(conversation, number), payload);

export const openArrival = (key: KeyObject, conversation: ConversationId, number: number, payload: Uint8Array) =>
  unsealJson(key, placeOf(conversation, number), payload);

export const idOf = (conversation: ConversationId, { number, seq, shown }: InboxRow): string =>
  shown ? activityId(conversation, seq) : eventId(conversation, number);

export const envelope = (conversation: ConversationId, { number, seq, at }: Omit<ArrivalRow, 'payload'>) => ({
  number,
  activityId: idOf(conversation, { number, seq: seq ?? 0, shown: seq === null ? 0 : 1 }),
  at,
});

/** One that cannot be read still has its number, so that the bot can set it aside and go on with the next. */
export const damagedArrival = (conversation: ConversationId, row: Omit<ArrivalRow, 'payload'>): PendingArrival => ({
  ...envelope(conversation, row),
  payload: { type: 'damaged' },
  files: [],
});
