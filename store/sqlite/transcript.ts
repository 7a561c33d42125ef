import type { KeyObject } from 'node:crypto';
import { readOn } from '../damage.ts';
import { activityId } from '../ids.ts';
import type { ConversationId, JsonObject, Store, StoredActivity } from '../ports.ts';
import type { ActivityRow, OwnerRow } from '../schema.ts';
import { type Line, missingLine, openLine, SQL, sealLine } from '../tables/activities.ts';
import { OWNER } from '../tables/conversations.ts';
import type { Context } from './context.ts';
import type { Database, Statement } from './database.ts';

const statements = (db: Database) => ({
  insert: db.prepare(SQL.insert),
  after: db.prepare<ActivityRow>(SQL.after),
  whole: db.prepare<ActivityRow>(SQL.whole),
  one: db.prepare<ActivityRow>(SQL.one),
  owner: db.prepare<OwnerRow>(OWNER),
});

/** Lines of conversations. */
export class Transcript {
  readonly port: Pick<Store, 'activities' | 'transcript'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    this.#context = context;
    this.#sql = statements(context.db);
    this.port = {
      activities: (conversation, afterSeq, limit) =>
        context.db.read(() => this.#lines(this.#sql.after, conversation, afterSeq, limit)),
      transcript: (conversation, afterSeq, limit) =>
        context.db.read(() => this.#lines(this.#sql.whole, conversation, afterSeq, limit)),
    };
  }

  /** The key of the person whose conversation this is; undefined if there is none or it was erased. */
  keyOf(conversation: ConversationId): KeyObject | undefined {
    const row = this.#sql.owner.get(conversation);
    return row && this.#context.keys.owner(row);
  }

  write(key: KeyObject, conversation: ConversationId, line: Line): void {
    this.#sql.insert.run(conversation, line.seq, line.direction, line.at, sealLine(key, conversation, line));
  }

  payload(key: KeyObject, conversation: ConversationId, seq: number): JsonObject {
    const row = this.#sql.one.get(conversation, seq);
    if (!row) throw missingLine();
    return openLine(key, conversation, row).payload;
  }

  #lines(
    lines: Statement<ActivityRow>,
    conversation: ConversationId,
    afterSeq: number,
    limit: number,
  ): StoredActivity[] {
    const key = this.keyOf(conversation);
    if (!key) return [];
    const rows = (wanted: number, skip: number) => lines.all(conversation, afterSeq, wanted, skip);
    return readOn(limit, rows, (row) => this.#readable(key, conversation, row));
  }

  /** A damaged line is left out: the person sees the rest. */
  #readable(key: KeyObject, conversation: ConversationId, row: ActivityRow): StoredActivity[] {
    const id = activityId(conversation, row.seq);
    return this.#context.damage.list('activities', id, () => [openLine(key, conversation, row)]);
  }
}
