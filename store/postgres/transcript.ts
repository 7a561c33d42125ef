import type { KeyObject } from 'node:crypto';
import { activityId } from '../ids.ts';
import type { ConversationId, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow } from '../schema.ts';
import { type Line, openLine, SQL, sealLine } from '../tables/activities.ts';
import type { Context } from './context.ts';
import { findOwner, keyOfOwner } from './owners.ts';
import { readOn } from './pages.ts';
import { type Statement, sql } from './statement.ts';
import type { Reads, Tx } from './transaction.ts';

const insert = sql(SQL.insert);
const after = sql<ActivityRow>(SQL.after);
const whole = sql<ActivityRow>(SQL.whole);

export function writeLine(tx: Tx, key: KeyObject, conversation: ConversationId, line: Line): void {
  tx.send(insert, conversation, line.seq, line.direction, line.at, sealLine(key, conversation, line));
}

/** Lines of conversations. */
export class Transcript {
  readonly port: Pick<Store, 'activities' | 'transcript'>;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.port = {
      activities: (conversation, afterSeq, limit) =>
        context.db.read((reads) => this.#lines(reads, after, conversation, afterSeq, limit)),
      transcript: (conversation, afterSeq, limit) =>
        context.db.read((reads) => this.#lines(reads, whole, conversation, afterSeq, limit)),
    };
  }

  async #lines(
    reads: Reads,
    lines: Statement<ActivityRow>,
    conversation: ConversationId,
    afterSeq: number,
    limit: number,
  ): Promise<StoredActivity[]> {
    const rows = (wanted: number, skip: number) => reads.all(lines, conversation, afterSeq, wanted, skip);
    const [owner, first] = await Promise.all([findOwner(reads, conversation), rows(limit, 0)]);
    const key = keyOfOwner(this.#context.keys, owner);
    return key ? readOn(limit, rows, (row) => this.#readable(key, conversation, row), first) : [];
  }

  /** A damaged line is left out: the person sees the rest. */
  #readable(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity[] {
    const id = activityId(conversation, row.seq);
    return this.#context.damage.list('activities', id, () => [openLine(key, conversation, row)]);
  }
}
