import { readOn } from '../damage.ts';
import type { Handoff, HandoffWish, Store } from '../ports.ts';
import type { OwnerRow } from '../schema.ts';
import {
  type HandoffRow,
  homelessHandoff,
  openHandoff,
  type PresenceRow,
  presenceRow,
  presentOf,
  rowOf,
  SQL,
} from '../tables/handoffs.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

type Owned = HandoffRow & OwnerRow;

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  queue: db.prepare<Owned>(SQL.queue),
  of: db.prepare<Owned>(SQL.of),
  last: db.prepare<Owned>(SQL.last),
  before: db.prepare<{ count: number }>(SQL.before),
  waits: db.prepare<{ wait: number }>(SQL.waits),
  present: db.prepare(SQL.present),
  absent: db.prepare(SQL.absent),
  presence: db.prepare<PresenceRow>(SQL.presence),
});

type Port = Pick<Store, 'handoffs' | 'handoffOf' | 'waitingBefore' | 'recentWaits' | 'present' | 'absent' | 'presence'>;

/** Who waits for a person, and who of the staff is there. */
export class Handoffs {
  readonly port: Port;
  readonly #context: Context;
  readonly #transcript: Transcript;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: { readonly transcript: Transcript }) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#transcript = parts.transcript;
    this.#sql = sql;
    this.port = {
      handoffs: (wish) => db.read(() => this.#list(wish)),
      handoffOf: (conversation) => db.read(() => this.#readable(sql.last.get(conversation))[0]),
      waitingBefore: ({ id, severity, back, askedAt, branch }) =>
        db.read(() => sql.before.get(severity, back ? 1 : 0, askedAt, id, branch)?.count ?? 0),
      recentWaits: (limit) => db.read(() => sql.waits.all(limit).map(({ wait }) => wait)),
      present: (presence) => db.write(() => void sql.present.run(...presenceRow(presence))),
      absent: (adjuster) => db.write(() => void sql.absent.run(adjuster)),
      presence: (since) => db.read(() => sql.presence.all(since).map(presentOf)),
    };
  }

  write(handoff: Handoff): void {
    const key = this.#transcript.keyOf(handoff.conversation);
    if (!key) throw homelessHandoff();
    this.#sql.upsert.run(...rowOf(key, handoff));
  }

  #list({ state, adjuster, branch = null, limit, skip = 0 }: HandoffWish): Handoff[] {
    const { queue, of } = this.#sql;
    const page = (wanted: number, seen: number) =>
      adjuster === undefined
        ? queue.all(state, branch, wanted, skip + seen)
        : of.all(state, adjuster, wanted, skip + seen);
    return readOn(limit, page, (row) => this.#readable(row));
  }

  #readable(row: Owned | undefined): Handoff[] {
    if (!row) return [];
    const { damage, keys } = this.#context;
    return damage.list('handoffs', row.id, () => {
      const key = keys.owner(row);
      return key ? [openHandoff(key, row)] : [];
    });
  }
}
