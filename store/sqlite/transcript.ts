import type { KeyObject } from 'node:crypto';
import { readOn } from '../damage.ts';
import { activityId } from '../ids.ts';
import type { ConversationId, JsonObject, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow, ConversationRow } from '../schema.ts';
import { type Line, missingLine, openLine, SQL, sealLine } from '../tables/activities.ts';
import type { Context } from './context.ts';

/** Lines of conversations. */
export function transcript({ db, keys, damage }: Context) {
  const insert = db.prepare(SQL.insert);
  const after = db.prepare<ActivityRow>(SQL.after);
  const one = db.prepare<ActivityRow>(SQL.one);
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
    write(key: KeyObject, conversation: ConversationId, line: Line): void {
      insert.run(conversation, line.seq, line.direction, line.at, sealLine(key, conversation, line));
    },
    payload(key: KeyObject, conversation: ConversationId, seq: number): JsonObject {
      const row = one.get(conversation, seq);
      if (!row) throw missingLine();
      return openLine(key, conversation, row).payload;
    },
  };
}
