import type { Binding, ClaimEvent, ConversationId, TellingPort, TellingWrite } from '../ports.ts';
import { openTelling, SQL, type TellingRow, writeValues } from '../tables/tellings.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  stir: db.prepare(SQL.stir),
  begin: db.prepare(SQL.begin),
  write: db.prepare(SQL.write),
  of: db.prepare<TellingRow>(SQL.of),
  due: db.prepare<{ id: ConversationId }>(
    `SELECT conversation AS id FROM tellings WHERE look_at IS NOT NULL AND look_at <= ?
     GROUP BY conversation ORDER BY min(look_at), conversation LIMIT ?`,
  ),
  next: db.prepare<{ at: number | null }>(SQL.next),
  postpone: db.prepare(SQL.postpone),
  leave: db.prepare(SQL.leave),
  unseen: db.prepare<{ seq: number }>(SQL.unseen),
  see: db.prepare(SQL.see),
});

/** What conversations were told. One process looks after all of them. */
export class Tellings {
  readonly port: Omit<TellingPort, 'numberedEvents'>;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db }: Context) {
    const sql = statements(db);
    this.#sql = sql;
    const unseen = (conversation: ConversationId) => db.read(() => sql.unseen.get(conversation)?.seq);
    this.port = {
      dueTellings: (now, limit) => db.read(() => sql.due.all(now, limit).map(({ id }) => id)),
      nextTellingAt: () => db.read(() => sql.next.get()?.at ?? null),
      tellings: (conversation) => db.read(() => sql.of.all(conversation).map(openTelling)),
      postponeTelling: (conversation, until) => db.write(() => void sql.postpone.run(until, conversation)),
      unseen,
      // Read first: nearly always there is nothing to note, and a write waits for the disk.
      noteSeen: async (conversation, seq) => {
        const waits = await unseen(conversation);
        if (waits !== undefined && waits <= seq) await db.write(() => void sql.see.run(conversation, seq));
      },
    };
  }

  stir(events: readonly ClaimEvent[]): void {
    for (const { at, claim } of events) this.#sql.stir.run(at, claim);
  }

  /** After the events of the same commit. */
  begin({ conversation, claim }: Binding, at: number): void {
    this.#sql.begin.run(conversation, claim, at);
  }

  write(conversation: ConversationId, tellings: readonly TellingWrite[]): void {
    for (const telling of tellings) this.#sql.write.run(...writeValues(conversation, telling));
  }

  leave(conversation: ConversationId, seq: number): void {
    this.#sql.leave.run(conversation, seq);
  }
}
