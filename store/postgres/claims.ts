import type { Binding, ClaimEvent, ClaimId, ClaimRow, ClaimWrite, Store, TurnWork } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import { SQL as CLAIMS, COLUMNS, openClaim, sealFacts } from '../tables/claims.ts';
import {
  type BindingRow,
  SQL as EVENTS,
  openBinding,
  openEvent,
  rowOf,
  type SealedEventRow,
  valuesOf,
} from '../tables/events.ts';
import type { Context } from './context.ts';
import { claimKeyOrNew, holdPerson, type Wrapped } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedClaim = ClaimTableRow & Wrapped;

const upsert = sql(CLAIMS.upsert);
const unindex = sql(CLAIMS.unindex);
const index = sql(CLAIMS.index);
const withKey = `SELECT ${COLUMNS}, k.wrapped FROM claims c LEFT JOIN keys k ON k.kind = 'claim' AND k.id = c.id`;
const byId = sql<OwnedClaim>(`${withKey} WHERE c.id = ?`);
const byNumber = sql<OwnedClaim>(`${withKey} WHERE c.number = ?`);
const byPlate = sql<{ id: ClaimId }>(CLAIMS.byPlate);

const last = sql<{ seq: number }>(EVENTS.last);
const append = sql(EVENTS.append);
const ofClaim = sql<SealedEventRow & Wrapped>(
  `SELECT e.claim, e.seq, e.id, e.type, e.v, e.at, e.author, e.via, e.person, e.data, k.wrapped FROM claim_events e
   LEFT JOIN keys k ON k.kind = CASE WHEN e.person IS NULL THEN 'claim' ELSE 'person' END AND k.id = coalesce(e.person, e.claim)
   WHERE e.claim = ? ORDER BY e.seq`,
);
const bind = sql(EVENTS.bind);
const ofConversation = sql<BindingRow>(EVENTS.ofConversation);

/** Whoever else writes to these claims waits until the transaction ends; in one order, so that two do not wait for each other. */
const hold = sql<object>(
  `SELECT pg_advisory_xact_lock(hashtext('lipei claim'), hashtext(claim)) FROM unnest(?::text[]) AS claim`,
);

type Port = Pick<Store, 'claim' | 'claimByNumber' | 'claimsByPlate' | 'events' | 'bindings'>;

/** The truth about claims, its projection for lists and look-ups, and who takes part. */
export function claims({ db, keys, blind }: Context) {
  function open(row: OwnedClaim | undefined): ClaimRow | undefined {
    const key = row && keys.open('claim', row.id, row.wrapped);
    return row && key && openClaim(key, row);
  }

  function openIfKept(row: SealedEventRow & Wrapped): ClaimEvent[] {
    const { person, claim, wrapped } = row;
    const key = person === null ? keys.open('claim', claim, wrapped) : keys.open('person', person, wrapped);
    // What an erased person said is gone; the rest of the claim's story stays.
    return key ? [openEvent(key, row)] : [];
  }

  const port: Port = {
    claim: async (id) => open(await db.get(byId, id)),
    claimByNumber: async (number) => open(await db.get(byNumber, number)),
    claimsByPlate: async (plate, from, to) =>
      (await db.all(byPlate, blind('plate', plate), to, from)).map(({ id }) => id),
    events: async (claim) => (await db.all(ofClaim, claim)).flatMap(openIfKept),
    bindings: async (conversation) => (await db.all(ofConversation, conversation)).map(openBinding),
  };

  const count = async (tx: Tx, claim: ClaimId): Promise<number> => (await tx.get(last, claim))?.seq ?? 0;

  async function writeEvent(tx: Tx, event: ClaimEvent): Promise<void> {
    const { claim, at, person, data } = event;
    const key = await (person === undefined ? claimKeyOrNew(keys, tx, claim, at) : holdPerson(keys, tx, person));
    tx.send(append, ...valuesOf(key, rowOf(event, (await count(tx, claim)) + 1), data));
  }

  async function writeClaim(tx: Tx, claim: ClaimWrite, at: number): Promise<void> {
    const { id, number, status, accidentFrom, accidentTo, updatedAt, facts, plates, phones } = claim;
    const sealed = sealFacts(await claimKeyOrNew(keys, tx, id, at), id, facts);
    tx.send(upsert, id, number, status, accidentFrom, accidentTo, updatedAt, sealed);
    tx.send(unindex, id);
    for (const plate of plates) tx.send(index, 'plate', blind('plate', plate), id);
    for (const phone of phones) tx.send(index, 'phone', blind('phone', phone), id);
  }

  /** Other than expected, or its number belongs to another claim. */
  async function moved(tx: Tx, { id, number, expectedVersion }: ClaimWrite): Promise<boolean> {
    const [found, owner] = await Promise.all([count(tx, id), tx.get(byNumber, number)]);
    return found !== expectedVersion || (owner !== undefined && owner.id !== id);
  }

  return {
    port,
    /** Whether a turn knew another state of its claims; from here on nobody else changes them. */
    async areStale(tx: Tx, work: TurnWork): Promise<boolean> {
      const touched = new Set([...work.events.map(({ claim }) => claim), ...work.claims.map(({ id }) => id)]);
      if (touched.size === 0) return false;
      const [, ...stale] = await Promise.all([
        tx.all(hold, [...touched].sort()),
        ...work.claims.map((claim) => moved(tx, claim)),
      ]);
      return stale.includes(true);
    },
    async write(tx: Tx, work: TurnWork): Promise<void> {
      for (const event of work.events) await writeEvent(tx, event);
      for (const claim of work.claims) await writeClaim(tx, claim, work.at);
      for (const binding of work.bindings) bindOne(tx, binding);
    },
  };
}

function bindOne(tx: Tx, { conversation, claim, person, role, level, verifiedAt }: Binding): void {
  tx.send(bind, conversation, claim, person, role, level, verifiedAt);
}
