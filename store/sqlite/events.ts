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
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  last: db.prepare<{ seq: number }>(SQL.last),
  append: db.prepare(SQL.append),
  ofClaim: db.prepare<SealedEventRow>(SQL.ofClaim),
  bind: db.prepare(SQL.bind),
  ofConversation: db.prepare<BindingRow>(SQL.ofConversation),
});

/** The truth about claims, and who takes part in them. */
export class Events {
  readonly port: Pick<Store, 'events' | 'numberedEvents' | 'bindings'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      events: (claim) => db.read(() => sql.ofClaim.all(claim).flatMap((row) => this.#open(row))),
      numberedEvents: (claim) => db.read(() => this.#numbered(sql.ofClaim.all(claim))),
      bindings: (conversation) => db.read(() => sql.ofConversation.all(conversation).map(openBinding)),
    };
  }

  /** How many events a claim has, readable or not. */
  count(claim: ClaimId): number {
    return this.#sql.last.get(claim)?.seq ?? 0;
  }

  append(event: ClaimEvent): void {
    const { keys } = this.#context;
    const { claim, at, person, data } = event;
    const key = person === undefined ? keys.claimOrNew(claim, at) : keys.personOrThrow(person);
    this.#sql.append.run(...valuesOf(key, rowOf(event, this.count(claim) + 1), data));
  }

  bind({ conversation, claim, person, role, level, verifiedAt }: Binding): void {
    this.#sql.bind.run(conversation, claim, person, role, level, verifiedAt);
  }

  #numbered(rows: readonly SealedEventRow[]): NumberedEvents {
    const events = rows.flatMap((row) => this.#open(row).map((event) => ({ seq: row.seq, event })));
    return { last: rows.at(-1)?.seq ?? 0, events };
  }

  #open(row: SealedEventRow): ClaimEvent[] {
    const { keys } = this.#context;
    const key = row.person === null ? keys.claim(row.claim) : keys.person(row.person);
    // What an erased person said is gone; the rest of the claim's story stays.
    return key ? [openEvent(key, row)] : [];
  }
}
