import { randomUUID } from 'node:crypto';
import { inBatches, OPENED_AT_ONCE } from '../batches.ts';
import type { Conversation, ConversationId, JsonObject, PersonId, Store } from '../ports.ts';
import type { ConversationRow, OwnedRow, WholeRow } from '../schema.ts';
import {
  erasedConversation,
  type NextRow,
  newConversation,
  openConversation,
  SQL,
  sealState,
} from '../tables/conversations.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  find: db.prepare<WholeRow>(SQL.find),
  stand: db.prepare<OwnedRow>(SQL.stand),
  taken: db.prepare(SQL.taken),
  insert: db.prepare(SQL.insert),
  advance: db.prepare(SQL.advance),
  waiting: db.prepare<Pick<ConversationRow, 'id' | 'last_at'>>(SQL.waiting),
  fail: db.prepare<Pick<ConversationRow, 'failures'>>(SQL.fail),
});

/** Rows of conversations: opening, reading, counting failures, and what a turn writes. */
export class Conversations {
  readonly port: Pick<Store, 'openConversation' | 'conversation' | 'unfinished' | 'recordFailure'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      /** Opening an id twice gives the conversation that is there. */
      openConversation: (c) => db.write(() => this.#open(c)),
      conversation: (id) => db.read(() => this.#read(id)),
      unfinished: (limit) => this.#unfinished(limit),
      /** 0 if the arrival has been handled meanwhile. */
      recordFailure: (id, expectedHandled) =>
        db.write(() => sql.fail.get(id, expectedHandled)?.failures ?? 0, db.patience.commit),
    };
  }

  row(id: ConversationId): OwnedRow | undefined {
    return this.#sql.stand.get(id);
  }

  advance(row: OwnedRow, next: NextRow, state: JsonObject): void {
    const sealed = sealState(this.#context.keys.ownerOrThrow(row), next, state);
    const { version, handled, floor, seq, last_at, id } = next;
    this.#sql.advance.run(version, handled, floor, seq, last_at, sealed, id);
  }

  #read(id: ConversationId): Conversation | undefined {
    const row = this.#sql.find.get(id);
    const key = row && this.#context.keys.owner(row);
    return key && openConversation(key, row);
  }

  #open(wish: Parameters<Store['openConversation']>[0]): Conversation {
    const { keys } = this.#context;
    const { id, channel, person, at, state } = wish;
    const known = this.#read(id);
    if (known) return known;
    if (this.#sql.taken.get(id)) throw erasedConversation();
    const owner = person === 'new' ? (randomUUID() as string as PersonId) : person;
    const key = person === 'new' ? keys.createPerson(owner, at) : keys.personOrThrow(owner);
    const opened = newConversation(wish, owner);
    this.#sql.insert.run(id, channel, owner, sealState(key, opened, state), at);
    return opened;
  }

  /** A set, because one may move to the end of the queue while the others are looked at. */
  async #unfinished(limit: number): Promise<readonly ConversationId[]> {
    const { db } = this.#context;
    const found = new Set<ConversationId>();
    let last = { last_at: -1, id: '' };
    await inBatches(async () => {
      const wanted = Math.min(OPENED_AT_ONCE, limit - found.size);
      const rows = await db.read(() => this.#sql.waiting.all(last.last_at, last.id, wanted));
      for (const { id } of await db.read(() => rows.filter((row) => this.#isReadable(row.id)))) found.add(id);
      last = rows.at(-1) ?? last;
      return rows.length === wanted && found.size < limit;
    });
    return [...found];
  }

  /** One whose state cannot be read could only fail: the others come first, and it is reported. */
  #isReadable(id: ConversationId): boolean {
    return this.#context.damage.guard(
      'conversations',
      id,
      () => this.#read(id) !== undefined,
      () => false,
    );
  }
}
