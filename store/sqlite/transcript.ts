import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { StoreDamaged } from '../errors.ts';
import { activityId } from '../ids.ts';
import type { ConversationId, Direction, JsonObject, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow, ConversationRow } from '../schema.ts';
import type { Context } from './context.ts';
import { readOn } from './damage.ts';

export type Line = Pick<StoredActivity, 'seq' | 'at' | 'direction' | 'payload'>;

/** The direction is part of the place: a note to colleagues cannot be turned into a line the person sees. */
const placeOf = (conversation: ConversationId, seq: number, direction: Direction): Place => ({
  table: 'activities',
  column: 'payload',
  row: `${conversation}|${seq}|${direction}`,
});

export function openLine(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity {
  const { seq, direction, at } = row;
  const payload = unsealJson(key, placeOf(conversation, seq, direction), row.payload);
  return { conversation, seq, id: activityId(conversation, seq), direction, at, payload };
}

/** The instant of the next line: the clock may stand still or go back, the transcript does not. */
export const nextAt = (at: number, last: number): number => Math.max(at, last + 1);

/** Lines of conversations. */
export function transcript({ db, keys, damage }: Context) {
  const insert = db.prepare(
    'INSERT INTO activities (conversation, seq, direction, at, payload) VALUES (?, ?, ?, ?, ?)',
  );
  const after = db.prepare<ActivityRow>(
    `SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq > ? AND direction <> 'note'
     ORDER BY seq LIMIT ? OFFSET ?`,
  );
  const one = db.prepare<ActivityRow>(
    'SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq = ?',
  );
  const owner = db.prepare<Pick<ConversationRow, 'person'>>(
    'SELECT person FROM conversations WHERE id = ? AND erased_at IS NULL',
  );

  /** The key of the person whose conversation this is; undefined if there is none or it was erased. */
  function keyOf(conversation: ConversationId): KeyObject | undefined {
    const person = owner.get(conversation)?.person;
    return person && keys.person(person);
  }

  /** A damaged line is left out: the person sees the rest. */
  const readable = (key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity[] =>
    damage.list('activities', activityId(conversation, row.seq), () => [openLine(key, conversation, row)]);

  const port: Pick<Store, 'activities'> = {
    activities: (conversation, afterSeq, limit) =>
      db.read(() => {
        const key = keyOf(conversation);
        if (!key) return [];
        const rows = (wanted: number, skip: number) => after.all(conversation, afterSeq, wanted, skip);
        return readOn(limit, rows, (row) => readable(key, conversation, row));
      }),
  };

  return {
    port,
    keyOf,
    write(key: KeyObject, conversation: ConversationId, { seq, direction, at, payload }: Line): void {
      insert.run(conversation, seq, direction, at, sealJson(key, placeOf(conversation, seq, direction), payload));
    },
    payload(key: KeyObject, conversation: ConversationId, seq: number): JsonObject {
      const row = one.get(conversation, seq);
      if (!row) throw new StoreDamaged('A line of a transcript is missing; restore the database from a backup.');
      return openLine(key, conversation, row).payload;
    },
  };
}
