import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { StoreDamaged } from '../errors.ts';
import { activityId } from '../ids.ts';
import type { ConversationId, Direction, JsonObject, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow, ConversationRow } from '../schema.ts';
import type { Context } from './context.ts';
import { readOn } from './damage.ts';
import type { Database } from './database.ts';

export type Line = Pick<StoredActivity, 'seq' | 'at' | 'direction' | 'payload'>;

const statements = (db: Database) => ({
  insert: db.prepare('INSERT INTO activities (conversation, seq, direction, at, payload) VALUES (?, ?, ?, ?, ?)'),
  after: db.prepare<ActivityRow>(
    `SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq > ? AND direction <> 'note'
     ORDER BY seq LIMIT ? OFFSET ?`,
  ),
  one: db.prepare<ActivityRow>('SELECT seq, direction, at, payload FROM activities WHERE conversation = ? AND seq = ?'),
  owner: db.prepare<Pick<ConversationRow, 'person'>>(
    'SELECT person FROM conversations WHERE id = ? AND erased_at IS NULL',
  ),
});

/** Lines of conversations. */
export class Transcript {
  readonly port: Pick<Store, 'activities'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    this.#context = context;
    this.#sql = statements(context.db);
    this.port = {
      activities: (conversation, afterSeq, limit) => context.db.read(() => this.#lines(conversation, afterSeq, limit)),
    };
  }

  /** The key of the person whose conversation this is; undefined if there is none or it was erased. */
  keyOf(conversation: ConversationId): KeyObject | undefined {
    const person = this.#sql.owner.get(conversation)?.person;
    return person && this.#context.keys.person(person);
  }

  write(key: KeyObject, conversation: ConversationId, { seq, direction, at, payload }: Line): void {
    this.#sql.insert.run(
      conversation,
      seq,
      direction,
      at,
      sealJson(key, placeOf(conversation, seq, direction), payload),
    );
  }

  payload(key: KeyObject, conversation: ConversationId, seq: number): JsonObject {
    const row = this.#sql.one.get(conversation, seq);
    if (!row) throw new StoreDamaged('A line of a transcript is missing; restore the database from a backup.');
    return openLine(key, conversation, row).payload;
  }

  #lines(conversation: ConversationId, afterSeq: number, limit: number): StoredActivity[] {
    const key = this.keyOf(conversation);
    if (!key) return [];
    const rows = (wanted: number, skip: number) => this.#sql.after.all(conversation, afterSeq, wanted, skip);
    return readOn(limit, rows, (row) => this.#readable(key, conversation, row));
  }

  /** A damaged line is left out: the person sees the rest. */
  #readable(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity[] {
    const id = activityId(conversation, row.seq);
    return this.#context.damage.list('activities', id, () => [openLine(key, conversation, row)]);
  }
}

/** The direction is part of the place: a note to colleagues cannot be turned into a line the person sees. */
const placeOf = (conversation: ConversationId, seq: number, direction: Direction): Place => ({
  table: 'activities',
  column: 'payload',
  row: `${conversation}|${seq}|${direction}`,
});

function openLine(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity {
  const { seq, direction, at } = row;
  const payload = unsealJson(key, placeOf(conversation, seq, direction), row.payload);
  return { conversation, seq, id: activityId(conversation, seq), direction, at, payload };
}

/** The instant of the next line: the clock may stand still or go back, the transcript does not. */
export const nextAt = (at: number, last: number): number => Math.max(at, last + 1);
