import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import type { Accepted, Arrival, ConversationId, FileId, PendingArrival, Store } from '../ports.ts';
import type { ActivityRow, ArrivalRow, FileRow, InboxRow } from '../schema.ts';
import { missingLine, nextAt, openLine } from '../tables/activities.ts';
import {
  damagedArrival,
  envelope,
  idOf,
  isFull,
  type MessageName,
  messageKey,
  nextEntry,
  openArrival,
  SQL,
  sealArrival,
  TURN_TAKES,
} from '../tables/arrivals.ts';
import { SQL as FILES, notWaiting, openFile } from '../tables/files.ts';
import type { Context } from './context.ts';
import { findOwner, keyOfOwner, keyOrThrow, lockConversation, type OwnedRow } from './owners.ts';
import { sql } from './statement.ts';
import type { Reads, Tx } from './transaction.ts';
import { writeLine } from './transcript.ts';

/** An arrival with the line that it has in the transcript. */
interface Waiting extends ArrivalRow {
  readonly direction: ActivityRow['direction'] | null;
  readonly line: Uint8Array | null;
}
type Brought = FileRow & { readonly arrival: number };

const seen = sql<InboxRow>(SQL.seen);
const remember = sql(SQL.remember);
const enqueue = sql(SQL.enqueue);
const count = sql(SQL.count);
const refer = sql(FILES.refer);
const queue = sql<Waiting>(
  `SELECT a.number, a.seq, a.at, a.payload, l.direction, l.payload AS line FROM arrivals a
   JOIN conversations c ON c.id = a.conversation LEFT JOIN activities l ON l.conversation = a.conversation AND l.seq = a.seq
   WHERE a.conversation = ? AND a.number > c.handled ORDER BY a.number LIMIT ?`,
);
const brought = sql<Brought>(
  `SELECT f.id, f.person, f.conversation, f.received_at, f.sealed, f.arrival FROM files f
   JOIN conversations c ON c.id = f.conversation
   WHERE f.conversation = ? AND f.arrival > c.handled AND f.arrival <= c.handled + ? ORDER BY f.arrival, f.position`,
);

/** Commit 1, and the queue it fills. */
export class Arrivals {
  readonly port: Pick<Store, 'accept' | 'accepted' | 'pending'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db, lanes } = context;
    this.#context = context;
    this.port = {
      accept: async (arrival) => {
        failpoint('accept.beforeTx');
        const accept = (tx: Tx) => this.#accept(tx, arrival);
        const accepted = await lanes.run(arrival.conversation, (left) => db.write(accept, left));
        failpoint('accept.afterCommit');
        return accepted;
      },
      accepted: (channel, conversation, key) =>
        db.read((reads) => this.#accepted(reads, { channel, conversation, key })),
      pending: (conversation, limit = TURN_TAKES) => db.read((reads) => this.#pending(reads, conversation, limit)),
    };
  }

  async #accept(tx: Tx, arrival: Arrival): Promise<Accepted> {
    const key = messageKey(this.#context.blind, arrival);
    // Both go out together; the second is looked up once the first has the conversation to itself.
    const [row, first] = await Promise.all([lockConversation(tx, arrival.conversation), tx.get(seen, key)]);
    if (!row) return { status: 'unknown' };
    if (first) return { status: 'duplicate', activityId: idOf(row.id, first), seq: first.seq };
    return isFull(row) ? { status: 'full' } : this.#add(tx, row, key, arrival);
  }

  async #add(tx: Tx, row: OwnedRow, name: Buffer, arrival: Arrival): Promise<Accepted> {
    const { shown, payload, at, files = [] } = arrival;
    const key = keyOrThrow(this.#context.keys, row);
    const entry = nextEntry(row, shown);
    const { number, seq } = entry;
    const lineAt = shown ? nextAt(at, row.last_at) : at;
    tx.send(remember, name, number, seq, entry.shown, at);
    failpoint('accept.midTx');
    if (shown) writeLine(tx, key, row.id, { seq, direction: 'user', at: lineAt, payload });
    const own = shown ? null : sealArrival(key, row.id, number, payload);
    tx.send(enqueue, row.id, number, shown ? seq : null, lineAt, own);
    if (files.length > 0) await bring(tx, row.id, number, files);
    tx.send(count, number, seq, shown ? lineAt : row.last_at, row.id);
    return { status: 'accepted', activityId: idOf(row.id, entry), seq, number, at: lineAt };
  }

  async #accepted(reads: Reads, name: MessageName) {
    const key = messageKey(this.#context.blind, name);
    const [owner, first] = await Promise.all([findOwner(reads, name.conversation), reads.get(seen, key)]);
    return owner && first && { activityId: idOf(name.conversation, first), seq: first.seq };
  }

  async #pending(reads: Reads, conversation: ConversationId, limit: number): Promise<PendingArrival[]> {
    const [owner, rows, files] = await Promise.all([
      findOwner(reads, conversation),
      reads.all(queue, conversation, limit),
      reads.all(brought, conversation, limit),
    ]);
    const key = keyOfOwner(this.#context.keys, owner);
    return key ? rows.map((row) => this.#readable(key, conversation, row, files)) : [];
  }

  #readable(key: KeyObject, conversation: ConversationId, row: Waiting, files: readonly Brought[]): PendingArrival {
    return this.#context.damage.guard(
      'arrivals',
      envelope(conversation, row).activityId,
      () => this.#open(key, conversation, row, files),
      () => damagedArrival(conversation, row),
    );
  }

  #open(key: KeyObject, conversation: ConversationId, row: Waiting, files: readonly Brought[]): PendingArrival {
    const { damage } = this.#context;
    const read = (file: Brought) => damage.list('files', file.id, () => [openFile(key, file)]);
    return {
      ...envelope(conversation, row),
      payload: payloadOf(key, conversation, row),
      files: files.filter(({ arrival }) => arrival === row.number).flatMap(read),
    };
  }
}

/** An arrival or a turn brings its files. One that is not there, belongs elsewhere or was brought before is a mistake of the caller. */
export async function bring(
  tx: Tx,
  conversation: ConversationId,
  arrival: number,
  files: readonly FileId[],
): Promise<void> {
  const changes = files.map((id, position) => tx.run(refer, arrival, position, id, conversation));
  const wrong = (await Promise.all(changes)).indexOf(0);
  const id = files[wrong];
  if (id !== undefined) throw notWaiting(id);
}

function payloadOf(key: KeyObject, conversation: ConversationId, { number, seq, at, ...row }: Waiting) {
  if (row.payload) return openArrival(key, conversation, number, row.payload);
  if (!row.line || !row.direction) throw missingLine();
  return openLine(key, conversation, { seq: seq ?? 0, direction: row.direction, at, payload: row.line }).payload;
}
