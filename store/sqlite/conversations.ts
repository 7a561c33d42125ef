import { randomUUID } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { Conversation, ConversationId, Floor, JsonObject, PersonId, Store } from '../ports.ts';
import type { ConversationRow } from '../schema.ts';
import { inBatches } from './batches.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

/** To open a state takes some 60 µs. */
const OPENED_AT_ONCE = 100;

export type NextRow = Pick<ConversationRow, 'id' | 'version' | 'handled' | 'floor' | 'seq' | 'last_at'>;

const statements = (db: Database) => ({
  find: db.prepare<ConversationRow>('SELECT * FROM conversations WHERE id = ? AND erased_at IS NULL'),
  taken: db.prepare('SELECT id FROM conversations WHERE id = ?'),
  insert: db.prepare(
    `INSERT INTO conversations (id, channel, person, version, handled, arrivals, seq, last_at, floor, failures, state, created_at)
     VALUES (?, ?, ?, 0, 0, 0, 0, 0, 'bot', 0, ?, ?)`,
  ),
  advance: db.prepare(
    `UPDATE conversations SET version = ?, handled = ?, floor = ?, seq = ?, last_at = ?, state = ?, failures = 0 WHERE id = ?`,
  ),
  waiting: db.prepare<Pick<ConversationRow, 'id' | 'last_at'>>(
    `SELECT id, last_at FROM conversations WHERE handled < arrivals AND erased_at IS NULL AND (last_at, id) > (?, ?)
     ORDER BY last_at, id LIMIT ?`,
  ),
  fail: db.prepare<Pick<ConversationRow, 'failures'>>(
    'UPDATE conversations SET failures = failures + 1 WHERE id = ? AND handled = ? AND erased_at IS NULL RETURNING failures',
  ),
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

  row(id: ConversationId): ConversationRow | undefined {
    return this.#sql.find.get(id);
  }

  advance(row: ConversationRow, next: NextRow, state: JsonObject): void {
    const sealed = sealJson(this.#context.keys.personOrThrow(row.person), placeOf(next), state);
    const { version, handled, floor, seq, last_at, id } = next;
    this.#sql.advance.run(version, handled, floor, seq, last_at, sealed, id);
  }

  #read(id: ConversationId): Conversation | undefined {
    const row = this.row(id);
    const key = row && this.#context.keys.person(row.person);
    return key && toConversation(row, unsealJson(key, placeOf(row), row.state));
  }

  #open({ id, channel, person, at, state }: Parameters<Store['openConversation']>[0]): Conversation {
    const { keys } = this.#context;
    const known = this.#read(id);
    if (known) return known;
    if (this.#sql.taken.get(id)) throw new UnknownPerson('This conversation was erased and cannot be opened again.');
    const owner = person === 'new' ? (randomUUID() as string as PersonId) : person;
    const key = person === 'new' ? keys.createPerson(owner, at) : keys.personOrThrow(owner);
    const sealed = sealJson(key, placeOf({ id, version: 0, handled: 0, floor: 'bot' }), state);
    this.#sql.insert.run(id, channel, owner, sealed, at);
    const none = { version: 0, handled: 0, arrivals: 0, failures: 0, lastSeq: 0, revokedAt: null };
    return { id, channel, person: owner, ...none, floor: 'bot', state, createdAt: at };
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

/** Who has the floor and how far we are is part of the place: neither can be turned back without being noticed. */
const placeOf = (row: { id: ConversationId; version: number; handled: number; floor: Floor }): Place => ({
  table: 'conversations',
  column: 'state',
  row: `${row.id}|${row.version}|${row.handled}|${row.floor}`,
});

function toConversation(row: ConversationRow, state: JsonObject): Conversation {
  const { id, channel, person, version, handled, arrivals, floor, failures, seq, revoked_at, created_at } = row;
  const more = { lastSeq: seq, revokedAt: revoked_at, createdAt: created_at };
  return { id, channel, person, version, handled, arrivals, floor, state, failures, ...more };
}
