import type { ClaimId, ClaimRow, ClaimWrite, ConversationId, Store, TurnWork } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import { COLUMNS, openClaim, SQL, sealFacts } from '../tables/claims.ts';
import { valuesOf } from '../tables/contacts.ts';
import type { Context } from './context.ts';
import type { Events } from './events.ts';
import { claimKeyOrNew, type Wrapped } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedClaim = ClaimTableRow & Wrapped;

const upsert = sql(SQL.upsert);
const unindex = sql(SQL.unindex);
const index = sql(SQL.index);
const spoken = sql(SQL.spoken);
const withKey = `SELECT ${COLUMNS}, k.wrapped FROM claims c LEFT JOIN keys k ON k.kind = 'claim' AND k.id = c.id`;
const byId = sql<OwnedClaim>(`${withKey} WHERE c.id = ?`);
const byNumber = sql<OwnedClaim>(`${withKey} WHERE c.number = ?`);
const byPlate = sql<{ id: ClaimId }>(SQL.byPlate);
const conversationsByNumber = sql<{ id: ConversationId }>(SQL.conversationsByNumber);
const conversationsByIndex = sql<{ id: ConversationId }>(SQL.conversationsByIndex);
/** Whoever else writes to these claims waits until the transaction ends; in one order, so that two do not wait for each other. */
const hold = sql<object>(
  `SELECT pg_advisory_xact_lock(hashtext('lipei claim'), hashtext(claim)) FROM unnest(?::text[]) AS claim`,
);

/** The projection of claims for lists and look-ups. */
export class Claims {
  readonly port: Pick<Store, 'claim' | 'claimByNumber' | 'claimsByPlate' | 'conversationsBy'>;
  readonly #context: Context;
  readonly #events: Events;

  constructor(context: Context, parts: { readonly events: Events }) {
    const { db, blind } = context;
    this.#context = context;
    this.#events = parts.events;
    this.port = {
      claim: async (id) => this.#open(await db.get(byId, id)),
      claimByNumber: async (number) => this.#open(await db.get(byNumber, number)),
      claimsByPlate: async (plate, from, to) =>
        (await db.all(byPlate, blind('plate', plate), to, from)).map(({ id }) => id),
      conversationsBy: async (by, value, limit) => {
        const rows =
          by === 'number'
            ? await db.all(conversationsByNumber, value, limit)
            : await db.all(conversationsByIndex, by, blind(by, value), limit);
        return rows.map(({ id }) => id);
      },
    };
  }

  /** Whether a turn knew another state of its claims; from here on nobody else changes them. */
  async areStale(tx: Tx, work: Pick<TurnWork, 'events' | 'claims'>): Promise<boolean> {
    const touched = new Set([...work.events.map(({ claim }) => claim), ...work.claims.map(({ id }) => id)]);
    if (touched.size === 0) return false;
    const held = tx.all(hold, [...touched].sort());
    const [, ...stale] = await Promise.all([held, ...work.claims.map((claim) => this.#isStale(tx, claim))]);
    return stale.includes(true);
  }

  async write(tx: Tx, claim: ClaimWrite, at: number): Promise<void> {
    const { id, number, status, accidentFrom, accidentTo, updatedAt, facts, contact } = claim;
    const sealed = sealFacts(await claimKeyOrNew(this.#context.keys, tx, id, at), id, facts);
    tx.send(upsert, id, number, status, accidentFrom, accidentTo, updatedAt, sealed, ...valuesOf(contact));
    this.index(tx, id, claim);
  }

  /** What it is found by, instead of what it was found by before. */
  index(tx: Tx, id: ClaimId, { plates, phones }: Pick<ClaimWrite, 'plates' | 'phones'>): void {
    const { blind } = this.#context;
    tx.send(unindex, id);
    for (const plate of plates) tx.send(index, 'plate', blind('plate', plate), id);
    for (const phone of phones) tx.send(index, 'phone', blind('phone', phone), id);
  }

  /** A conversation is found by the numbers and plates said in it. */
  spoken(
    tx: Tx,
    conversation: ConversationId,
    { phones = [], plates = [] }: Pick<TurnWork, 'phones' | 'plates'>,
  ): void {
    const { blind } = this.#context;
    for (const phone of phones) tx.send(spoken, 'phone', blind('phone', phone), conversation);
    for (const plate of plates) tx.send(spoken, 'plate', blind('plate', plate), conversation);
  }

  /** It has other than the expected events by now, or its number belongs to another claim. */
  async #isStale(tx: Tx, { id, number, expectedVersion }: ClaimWrite): Promise<boolean> {
    const [found, owner] = await Promise.all([this.#events.count(tx, id), tx.get(byNumber, number)]);
    return found !== expectedVersion || (owner !== undefined && owner.id !== id);
  }

  #open(row: OwnedClaim | undefined): ClaimRow | undefined {
    const key = row && this.#context.keys.open('claim', row.id, row.wrapped);
    return row && key && openClaim(key, row);
  }
}
