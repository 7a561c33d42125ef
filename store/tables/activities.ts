/** Lines of transcripts, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { StoreDamaged } from '../errors.ts';
import { activityId, LAST_SEQ } from '../ids.ts';
import type { ConversationId, Direction, StoredActivity, TurnWork } from '../ports.ts';
import type { ActivityRow, ConversationRow } from '../schema.ts';

export type Line = Pick<StoredActivity, 'seq' | 'at' | 'direction' | 'payload'>;

export const SQL = {
  insert: 'INSERT INTO activities (conversation, seq, direction, at, payload) VALUES (?, ?, ?, ?, ?)',
  after: `SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq > ? AND direction <> 'note'
     ORDER BY seq LIMIT ? OFFSET ?`,
  whole: `SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq > ?
     ORDER BY seq LIMIT ? OFFSET ?`,
  one: 'SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq = ?',
};

/** The direction is part of the place: a note to colleagues cannot be turned into a line the person sees. */
const placeOf = (conversation: ConversationId, seq: number, direction: Direction): Place => ({
  table: 'activities',
  column: 'payload',
  row: `${conversation}|${seq}|${direction}`,
});

export const sealLine = (key: KeyObject, conversation: ConversationId, { seq, direction, payload }: Line): Buffer =>
  sealJson(key, placeOf(conversation, seq, direction), payload);

export function openLine(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity {
  const { seq, direction, at } = row;
  const payload = unsealJson(key, placeOf(conversation, seq, direction), row.payload);
  return { conversation, seq, id: activityId(conversation, seq), direction, at, payload };
}

export const missingLine = (): StoreDamaged =>
  new StoreDamaged('A line of a transcript is missing; restore the database from a backup.');

/** The instant of the next line: the clock may stand still or go back, the transcript does not. */
export const nextAt = (at: number, last: number): number => Math.max(at, last + 1);

/** What a turn says, with its places and instants in the transcript. */
export function linesOf(row: ConversationRow, { said, at }: TurnWork): StoredActivity[] {
  if (row.seq + said.length > LAST_SEQ) throw new RangeError(`A conversation ends at line ${LAST_SEQ}.`);
  let last = row.last_at;
  return said.map(({ direction, payload }, i) => {
    const seq = row.seq + i + 1;
    last = nextAt(at, last);
    return { conversation: row.id, seq, id: activityId(row.id, seq), direction, at: last, payload };
  });
}
