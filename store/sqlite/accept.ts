import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { failpoint } from '../failpoints.ts';
import { activityId, eventId, LAST_SEQ, MOST_WAITING } from '../ids.ts';
import type { Accepted, Arrival, ConversationId, PendingArrival, Store } from '../ports.ts';
import type { ArrivalRow, ConversationRow, InboxRow } from '../schema.ts';
import type { Context } from './context.ts';
import type { conversations } from './conversations.ts';
import type { fileRecords } from './files.ts';
import { nextAt, type transcript } from './transcript.ts';

/** A turn takes at most so many arrivals. */
const TURN_TAKES = 5;

interface Parts {
  readonly conversations: ReturnType<typeof conversations>;
  readonly transcript: ReturnType<typeof transcript>;
  readonly files: ReturnType<typeof fileRecords>;
}

const placeOf = (conversation: ConversationId, number: number): Place => ({
  table: 'arrivals',
  column: 'payload',
  row: `${conversation}|${number}`,
});

/** Commit 1, and the queue it fills. */
export function arrivals({ db, keys, blind, damage }: Context, parts: Parts) {
  const seen = db.prepare<InboxRow>('SELECT number, seq, shown FROM inbox WHERE key = ?');
  const remember = db.prepare('INSERT INTO inbox (key, number, seq, shown, at) VALUES (?, ?, ?, ?, ?)');
  const enqueue = db.prepare('INSERT INTO arrivals (conversation, number, seq, at, payload) VALUES (?, ?, ?, ?, ?)');
  const count = db.prepare('UPDATE conversations SET arrivals = ?, seq = ?, last_at = ? WHERE id = ?');
  const waiting = db.prepare<ArrivalRow>(
    'SELECT number, seq, at, payload FROM arrivals WHERE conversation = ? AND number > ? ORDER BY number LIMIT ?',
  );
  const handled = db.prepare('DELETE FROM arrivals WHERE conversation = ? AND number <= ?');

  const nameOf = ({ channel, conversation, key }: Pick<Arrival, 'channel' | 'conversation' | 'key'>): Buffer =>
    blind('message', JSON.stringify([channel, conversation, key]));

  function accept(arrival: Arrival): Accepted {
    const row = parts.conversations.row(arrival.conversation);
    if (!row) return { status: 'unknown' };
    const key = nameOf(arrival);
    const first = seen.get(key);
    if (first) return { status: 'duplicate', activityId: idOf(row.id, first), seq: first.seq };
    if (row.arrivals - row.handled >= MOST_WAITING || row.seq >= LAST_SEQ) return { status: 'full' };
    return add(row, key, arrival);
  }

  function add(row: ConversationRow, key: Buffer, { shown, payload, at, files = [] }: Arrival): Accepted {
    const personKey = keys.personOrThrow(row.person);
    const entry: InboxRow = { number: row.arrivals + 1, seq: shown ? row.seq + 1 : row.seq, shown: shown ? 1 : 0 };
    const { number, seq } = entry;
    const lineAt = shown ? nextAt(at, row.last_at) : at;
    remember.run(key, number, seq, entry.shown, at);
    failpoint('accept.midTx');
    if (shown) parts.transcript.write(personKey, row.id, { seq, direction: 'user', at: lineAt, payload });
    const own = shown ? null : sealJson(personKey, placeOf(row.id, number), payload);
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
        ? unsealJson(key, placeOf(conversation, number), payload)
        : parts.transcript.payload(key, conversation, seq ?? 0),
      files: parts.files.of(key, conversation, number),
    };
  }

  /** One that cannot be read still has its number, so that the bot can set it aside and go on with the next. */
  const readable = (key: KeyObject, conversation: ConversationId, row: ArrivalRow): PendingArrival =>
    damage.guard(
      'arrivals',
      envelope(conversation, row).activityId,
      () => open(key, conversation, row),
      () => ({ ...envelope(conversation, row), payload: { type: 'damaged' }, files: [] }),
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
        const first = parts.conversations.row(conversation) && seen.get(nameOf({ channel, conversation, key }));
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

const idOf = (conversation: ConversationId, { number, seq, shown }: InboxRow) =>
  shown ? activityId(conversation, seq) : eventId(conversation, number);

const envelope = (conversation: ConversationId, { number, seq, at }: ArrivalRow) => ({
  number,
  activityId: idOf(conversation, { number, seq: seq ?? 0, shown: seq === null ? 0 : 1 }),
  at,
});
