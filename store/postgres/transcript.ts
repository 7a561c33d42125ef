import type { KeyObject } from 'node:crypto';
import { activityId } from '../ids.ts';
import type { ConversationId, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow } from '../schema.ts';
import { type Line, openLine, SQL, sealLine } from '../tables/activities.ts';
import type { Context } from './context.ts';
import { findOwner, keyOfOwner } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const insert = sql(SQL.insert);
const after = sql<ActivityRow>(SQL.after);

export function writeLine(tx: Tx, key: KeyObject, conversation: ConversationId, line: Line): void {
  tx.send(insert, conversation, line.seq, line.direction, line.at, sealLine(key, conversation, line));
}

/** Lines of conversations. */
export function transcript({ db, keys, damage }: Context): Pick<Store, 'activities'> {
  return {
    activities: (conversation, afterSeq, limit) =>
      db.read(async (reads) => {
        const rows = (wanted: number, skip: number) => reads.all(after, conversation, afterSeq, wanted, skip);
        const [owner, first] = await Promise.all([findOwner(reads, conversation), rows(limit, 0)]);
        const key = keyOfOwner(keys, owner);
        if (!key) return [];
        // A damaged line is left out: the person sees the rest.
        const readable = (row: ActivityRow): StoredActivity[] =>
          damage.list('activities', activityId(conversation, row.seq), () => [openLine(key, conversation, row)]);
        return readOn(limit, rows, readable, first);
      }),
  };
}
