import { randomUUID } from 'node:crypto';
import { inBatches, OPENED_AT_ONCE } from '../batches.ts';
import type { Conversation, ConversationId, PersonId, Store } from '../ports.ts';
import type { ConversationRow } from '../schema.ts';
import { erasedConversation, newConversation, openConversation, SQL, sealState } from '../tables/conversations.ts';
import type { Context } from './context.ts';
import { findConversation, holdPerson, keyOfOwner, makeKey, ownedWhere, type WholeRow } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const taken = sql<Pick<ConversationRow, 'id'>>(SQL.taken);
const insert = sql(SQL.insert);
const waiting = ownedWhere('c.handled < c.arrivals AND (c.last_at, c.id) > (?, ?) ORDER BY c.last_at, c.id LIMIT ?');
const fail = sql<Pick<ConversationRow, 'failures'>>(SQL.fail);

type Wish = Parameters<Store['openConversation']>[0];

/** Rows of conversations: opening, reading, counting failures. */
export class Conversations {
  readonly port: Pick<Store, 'openConversation' | 'conversation' | 'unfinished' | 'recordFailure'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db, lanes } = context;
    this.#context = context;
    this.port = {
      /** Opening an id twice gives the conversation that is there. */
      openConversation: (wish) => db.write((tx) => this.#open(tx, wish)),
      conversation: async (id) => this.#read(await db.read((reads) => findConversation(reads, id))),
      unfinished: (limit) => this.#unfinished(limit),
      /** 0 if the arrival has been handled meanwhile. */
      recordFailure: (id, expectedHandled) =>
        lanes.run(id, (left) => db.write(async (tx) => (await tx.get(fail, id, expectedHandled))?.failures ?? 0, left)),
    };
  }

  #read(row: WholeRow | undefined): Conversation | undefined {
    const key = keyOfOwner(this.#context.keys, row);
    return row && key && openConversation(key, row);
  }

  async #open(tx: Tx, wish: Wish): Promise<Conversation> {
    const { keys } = this.#context;
    const { id, channel, person, at, state } = wish;
    const [row, name] = await Promise.all([findConversation(tx, id), tx.get(taken, id)]);
    const known = this.#read(row);
    if (known) return known;
    if (name) throw erasedConversation();
    const owner = person === 'new' ? (randomUUID() as string as PersonId) : person;
    const key = person === 'new' ? makeKey(keys, tx, 'person', owner, at) : await holdPerson(keys, tx, owner);
    const opened = newConversation(wish, owner);
    tx.send(insert, id, channel, owner, sealState(key, opened, state), at);
    return opened;
  }

  /** A set, because one may move to the end of the queue while the others are looked at. */
  async #unfinished(limit: number): Promise<readonly ConversationId[]> {
    const found = new Set<ConversationId>();
    let last = { last_at: -1, id: '' };
    await inBatches(async () => {
      const wanted = Math.min(OPENED_AT_ONCE, limit - found.size);
      const rows = await this.#context.db.all(waiting, last.last_at, last.id, wanted);
      for (const row of rows) if (this.#isReadable(row)) found.add(row.id);
      last = rows.at(-1) ?? last;
      return rows.length === wanted && found.size < limit;
    });
    return [...found];
  }

  /** One whose state cannot be read could only fail: the others come first, and it is reported. */
  #isReadable(row: WholeRow): boolean {
    return this.#context.damage.guard(
      'conversations',
      row.id,
      () => this.#read(row) !== undefined,
      () => false,
    );
  }
}
