import type { Binding, ClaimEvent, ClaimId, NumberedEvents, Store } from '../ports.ts';
import {
  type BindingRow,
  openBinding,
  openEvent,
  rowOf,
  type SealedEventRow,
  SQL,
  valuesOf,
} from '../tables/events.ts';
import type { Context } from './context.ts';
import { claimKeyOrNew, holdPerson, type Wrapped } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedEvent = SealedEventRow & Wrapped;

const last = sql<{ seq: number }>(SQL.last);
const append = sql(SQL.append);
const ofClaim = sql<OwnedEvent>(
  `SELECT e.claim, e.seq, e.id, e.type, e.v, e.at, e.author, e.via, e.person, e.data, k.wrapped FROM claim_events e
   LEFT JOIN keys k ON k.kind = CASE WHEN e.person IS NULL THEN 'claim' ELSE 'person' END AND k.id = coalesce(e.person, e.claim)
   WHERE e.claim = ? ORDER BY e.seq`,
);
const bind = sql(SQL.bind);
const ofConversation = sql<BindingRow>(SQL.ofConversation);

/** The truth about claims, and who takes part in them. */
export class Events {
  readonly port: Pick<Store, 'events' | 'numberedEvents' | 'bindings'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    this.port = {
      events: async (claim) => (await db.all(ofClaim, claim)).flatMap((row) => this.#open(row)),
      numberedEvents: async (claim) => this.#numbered(await db.all(ofClaim, claim)),
      bindings: async (conversation) => (await db.all(ofConversation, conversation)).map(openBinding),
    };
  }

  /** How many events a claim has, readable or not. */
  async count(tx: Tx, claim: ClaimId): Promise<number> {
    return (await tx.get(last, claim))?.seq ?? 0;
  }

  async append(tx: Tx, event: ClaimEvent): Promise<void> {
    const { keys } = this.#context;
    const { claim, at, person, data } = event;
    const key = await (person === undefined ? claimKeyOrNew(keys, tx, claim, at) : holdPerson(keys, tx, person));
    tx.send(append, ...valuesOf(key, rowOf(event, (await this.count(tx, claim)) + 1), data));
  }

  bind(tx: Tx, { conversation, claim, person, role, level, verifiedAt }: Binding): void {
    tx.send(bind, conversation, claim, person, role, level, verifiedAt);
  }

  #numbered(rows: readonly OwnedEvent[]): NumberedEvents {
    const events = rows.flatMap((row) => this.#open(row).map((event) => ({ seq: row.seq, event })));
    return { last: rows.at(-1)?.seq ?? 0, events };
  }

  #open(row: OwnedEvent): ClaimEvent[] {
    const { keys } = this.#context;
    const { person, claim, wrapped } = row;
    const key = person === null ? keys.open('claim', claim, wrapped) : keys.open('person', person, wrapped);
    // What an erased person said is gone; the rest of the claim's story stays.
    return key ? [openEvent(key, row)] : [];
  }
}
