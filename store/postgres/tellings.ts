import type { Binding, ClaimEvent, ConversationId, TellingPort, TellingWrite } from '../ports.ts';
import { openTelling, SQL, type TellingRow, writeValues } from '../tables/tellings.ts';
import type { Context } from './context.ts';
import { LEASE } from './lease.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const stir = sql(SQL.stir);
const begin = sql(SQL.begin);
const write = sql(SQL.write);
const of = sql<TellingRow>(SQL.of);
/** Claims what is due and nobody else's. */
const claim = sql<{ id: ConversationId }>(
  `WITH free AS (SELECT conversation, claim FROM tellings
     WHERE look_at IS NOT NULL AND look_at <= ?1 AND (locked_until IS NULL OR locked_until <= ?1 OR locked_by = ?2)
     ORDER BY look_at, conversation LIMIT ?4 FOR UPDATE SKIP LOCKED),
   claimed AS (UPDATE tellings t SET locked_by = ?2, locked_until = ?3 FROM free
     WHERE t.conversation = free.conversation AND t.claim = free.claim RETURNING t.conversation, t.look_at)
   SELECT conversation AS id FROM claimed GROUP BY conversation ORDER BY min(look_at), conversation`,
);
const next = sql<{ at: number | null }>(SQL.next);
const postpone = sql(SQL.postpone);
const leave = sql(SQL.leave);
const unseen = sql<{ seq: number }>(SQL.unseen);
const see = sql(SQL.see);

/** What conversations were told, by one of many processes. */
export class Tellings {
  readonly port: Omit<TellingPort, 'numberedEvents'>;

  constructor({ db, me }: Context) {
    this.port = {
      dueTellings: async (now, limit) =>
        (await db.write((tx) => tx.all(claim, now, me, now + LEASE, limit))).map(({ id }) => id),
      nextTellingAt: async () => (await db.get(next))?.at ?? null,
      tellings: async (conversation) => (await db.all(of, conversation)).map(openTelling),
      postponeTelling: (conversation, until) => db.write(async (tx) => tx.send(postpone, until, conversation)),
      unseen: async (conversation) => (await db.get(unseen, conversation))?.seq,
      noteSeen: async (conversation, seq) => {
        const waits = (await db.get(unseen, conversation))?.seq;
        if (waits !== undefined && waits <= seq) await db.write(async (tx) => tx.send(see, conversation, seq));
      },
    };
  }

  stir(tx: Tx, events: readonly ClaimEvent[]): void {
    for (const { at, claim: of } of events) tx.send(stir, at, of);
  }

  /** After the events of the same commit. */
  begin(tx: Tx, { conversation, claim: of }: Binding, at: number): void {
    tx.send(begin, conversation, of, at);
  }

  write(tx: Tx, conversation: ConversationId, tellings: readonly TellingWrite[]): void {
    for (const telling of tellings) tx.send(write, ...writeValues(conversation, telling));
  }

  leave(tx: Tx, conversation: ConversationId, seq: number): void {
    tx.send(leave, conversation, seq);
  }
}
