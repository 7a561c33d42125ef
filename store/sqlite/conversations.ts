import { randomUUID } from 'node:crypto';
import { inBatches } from '../batches.ts';
import type { Conversation, ConversationId, JsonObject, PersonId, Store } from '../ports.ts';
import type { ConversationRow } from '../schema.ts';
import {
  erasedConversation,
  type NextRow,
  newConversation,
  openConversation,
  SQL,
  sealState,
} from '../tables/conversations.ts';
import type { Context } from './context.ts';

/** To open a state takes some 60 µs. */
const OPENED_AT_ONCE = 100;

/** Rows of conversations: opening, reading, counting failures, and what a turn writes. */
export function conversations({ db, keys, damage }: Context) {
  const find = db.prepare<ConversationRow>(SQL.find);
  const taken = db.prepare(SQL.taken);
  const insert = db.prepare(SQL.insert);
  const advance = db.prepare(SQL.advance);
  const waiting = db.prepare<Pick<ConversationRow, 'id' | 'last_at'>>(SQL.waiting);
  const fail = db.prepare<Pick<ConversationRow, 'failures'>>(SQL.fail);

  function read(id: ConversationId): Conversation | undefined {
    const row = find.get(id);
    const key = row && keys.person(row.person);
    return key && openConversation(key, row);
  }

  function open(wish: Parameters<Store['openConversation']>[0]): Conversation {
    const { id, channel, person, at, state } = wish;
    const known = read(id);
    if (known) return known;
    if (taken.get(id)) throw erasedConversation();
    const owner = person === 'new' ? (randomUUID() as string as PersonId) : person;
    const key = person === 'new' ? keys.createPerson(owner, at) : keys.personOrThrow(owner);
    const opened = newConversation(wish, owner);
    insert.run(id, channel, owner, sealState(key, opened, state), at);
    return opened;
  }

  /** One whose state cannot be read could only fail: the others come first, and it is reported. */
  const readable = (id: ConversationId): boolean =>
    damage.guard(
      'conversations',
      id,
      () => read(id) !== undefined,
      () => false,
    );

  /** A set, because one may move to the end of the queue while the others are looked at. */
  async function unfinished(limit: number): Promise<readonly ConversationId[]> {
    const found = new Set<ConversationId>();
    let last = { last_at: -1, id: '' };
    await inBatches(async () => {
      const wanted = Math.min(OPENED_AT_ONCE, limit - found.size);
      const rows = await db.read(() => waiting.all(last.last_at, last.id, wanted));
      for (const { id } of await db.read(() => rows.filter((row) => readable(row.id)))) found.add(id);
      last = rows.at(-1) ?? last;
      return rows.length === wanted && found.size < limit;
    });
    return [...found];
  }

  const port: Pick<Store, 'openConversation' | 'conversation' | 'unfinished' | 'recordFailure'> = {
    /** Opening an id twice gives the conversation that is there. */
    openConversation: (c) => db.write(() => open(c)),
    conversation: (id) => db.read(() => read(id)),
    unfinished,
    /** 0 if the arrival has been handled meanwhile. */
    recordFailure: (id, expectedHandled) =>
      db.write(() => fail.get(id, expectedHandled)?.failures ?? 0, db.patience.commit),
  };

  return {
    port,
    row: (id: ConversationId) => find.get(id),
    advance(row: ConversationRow, next: NextRow, state: JsonObject): void {
      const sealed = sealState(keys.personOrThrow(row.person), next, state);
      advance.run(next.version, next.handled, next.floor, next.seq, next.last_at, sealed, next.id);
    },
  };
}
