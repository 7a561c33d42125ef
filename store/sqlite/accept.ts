import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import type { Accepted, Arrival, ConversationId, PendingArrival, Store } from '../ports.ts';
import type { ArrivalRow, ConversationRow, InboxRow } from '../schema.ts';
import { nextAt } from '../tables/activities.ts';
import {
  damagedArrival,
  envelope,
  idOf,
  isFull,
  messageKey,
  nextEntry,
  openArrival,
  SQL,
  sealArrival,
  TURN_TAKES,
} from '../tables/arrivals.ts';
import type { Context } from './context.ts';
import type { conversations } from './conversations.ts';
import type { fileRecords } from './files.ts';
import type { transcript } from './transcript.ts';

interface Parts {
  readonly conversations: ReturnType<typeof conversations>;
  readonly transcript: ReturnType<typeof transcript>;
  readonly files: ReturnType<typeof fileRecords>;
}

/** Commit 1, and the queue it fills. */
export function arrivals({ db, keys, blind, damage }: Context, parts: Parts) {
  const seen = db.prepare<InboxRow>(SQL.seen);
  const remember = db.prepare(SQL.remember);
  const enqueue = db.prepare(SQL.enqueue);
  const count = db.prepare(SQL.count);
  const waiting = db.prepare<ArrivalRow>(SQL.waiting);
  const handled = db.prepare(SQL.handled);

  function accept(arrival: Arrival): Accepted {
    const row = parts.conversations.row(arrival.conversation);
    if (!row) return { status: 'unknown' };
    const key = messageKey(blind, arrival);
    const first = seen.get(key);
    if (first) return { status: 'duplicate', activityId: idOf(row.id, first), seq: first.seq };
    if (isFull(row)) return { status: 'full' };
    return add(row, key, arrival);
  }

  function add(row: ConversationRow, key: Buffer, { shown, payload, at, files = [] }: Arrival): Accepted {
    const personKey = keys.personOrThrow(row.person);
    const entry = nextEntry(row, shown);
    const { number, seq } = entry;
    const lineAt = shown ? nextAt(at, row.last_at) : at;
    remember.run(key, number, seq, entry.shown, at);
    failpoint('accept.midTx');
    if (shown) parts.transcript.write(personKey, row.id, { seq, direction: 'user', at: lineAt, payload });
    const own = shown ? null : sealArrival(personKey, row.id, number, payload);
    enqueue.run(row.id, number, shown ? seq : null, lineAt, own);
    parts.files.refer(row.id, number, files);
    count.run(number, seq, shown ? lineAt : row.last_at, row.id);
    return { status: 'accepted', activityId: idOf(row.id, entry), seq };
  }

  function open(key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival {
    const { number, seq, payload } = row;
    return {
      ...envelope(conversation, row),
      payload: payload
        ? openArrival(key, conversation, number, payload)
        : parts.transcript.payload(key, conversation, seq ?? 0),
      files: parts.files.of(key, conversation, number),
    };
  }

  const readable = (key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival =>
    damage.guard(
      'arrivals',
      envelope(conversation, row).activityId,
      () => open(key, conversation, row),
      () => damagedArrival(conversation, row),
    );

  const port: Pick<Store, 'accept' | 'accepted' | 'pending'> = {
    async accept(arrival) {
      failpoint('accept.beforeTx');
      const accepted = await db.write(() => accept(arrival));
      failpoint('accept.afterCommit');
      return accepted;
    },
    accepted: (channel, conversation, key) =>
      db.read(() => {
        const first =
          parts.conversations.row(conversation) && seen.get(messageKey(blind, { channel, conversation, key }));
        return first && { activityId: idOf(conversation, first), seq: first.seq };
      }),
    pending: (conversation, limit = TURN_TAKES) =>
      db.read(() => {
        const row = parts.conversations.row(conversation);
        const key = row && keys.person(row.person);
        return key ? waiting.all(conversation, row.handled, limit).map((r) => readable(key, conversation, r)) : [];
      }),
  };
  return { port, leave: (conversation: ConversationId, upTo: number) => void handled.run(conversation, upTo) };
}
