import type { Handoff, HandoffWish, Store } from '../ports.ts';
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
import { findOwner, keyOfOwner, type OwnerRow } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type Owned = HandoffRow & OwnerRow;

const upsert = sql(SQL.upsert);
const queue = sql<Owned>(SQL.queue);
const of = sql<Owned>(SQL.of);
const last = sql<Owned>(SQL.last);
const before = sql<{ count: number }>(SQL.before);
const waits = sql<{ wait: number }>(SQL.waits);
const present = sql(SQL.present);
const absent = sql(SQL.absent);
const presence = sql<PresenceRow>(SQL.presence);

type Port = Pick<Store, 'handoffs' | 'handoffOf' | 'waitingBefore' | 'recentWaits' | 'present' | 'absent' | 'presence'>;

/** Who waits for a person, and who of the staff is there. */
export class Handoffs {
  readonly port: Port;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    this.port = {
      handoffs: (wish) => this.#list(wish),
      handoffOf: async (conversation) => this.#readable(await db.get(last, conversation))[0],
      waitingBefore: async ({ id, severity, back, askedAt, branch }) =>
        (await db.get(before, severity, back ? 1 : 0, askedAt, id, branch))?.count ?? 0,
      recentWaits: async (limit) => (await db.all(waits, limit)).map(({ wait }) => wait),
      present: (one) => db.write(async (tx) => tx.send(present, ...presenceRow(one))),
      absent: (adjuster) => db.write(async (tx) => tx.send(absent, adjuster)),
      presence: async (since) => (await db.all(presence, since)).map(presentOf),
    };
  }

  async write(tx: Tx, handoff: Handoff): Promise<void> {
    const key = keyOfOwner(this.#context.keys, await findOwner(tx, handoff.conversation));
    if (!key) throw homelessHandoff();
    tx.send(upsert, ...rowOf(key, handoff));
  }

  #list({ state, adjuster, branch = null, limit, skip = 0 }: HandoffWish): Promise<Handoff[]> {
    const { db } = this.#context;
    const page = (wanted: number, seen: number) =>
      adjuster === undefined
        ? db.all(queue, state, branch, wanted, skip + seen)
        : db.all(of, state, adjuster, wanted, skip + seen);
    return readOn(limit, page, (row) => this.#readable(row));
  }

  #readable(row: Owned | undefined): Handoff[] {
    if (!row) return [];
    const { keys, damage } = this.#context;
    return damage.list('handoffs', row.id, () => {
      const key = keyOfOwner(keys, row);
      return key ? [openHandoff(key, row)] : [];
    });
  }
}
