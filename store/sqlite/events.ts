import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { Binding, ClaimEvent, ClaimId, PersonId, Store } from '../ports.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

interface EventRow {
  readonly claim: ClaimId;
  readonly seq: number;
  readonly id: string;
  readonly type: ClaimEvent['type'];
  readonly v: 1;
  readonly at: number;
  readonly author: ClaimEvent['by'];
  readonly via: string;
  readonly person: PersonId | null;
}
type SealedRow = EventRow & { readonly data: Uint8Array };
type BindingRow = Omit<Binding, 'verifiedAt'> & { readonly verified_at: number | null };

const statements = (db: Database) => ({
  last: db.prepare<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM claim_events WHERE claim = ?'),
  append: db.prepare(
    'INSERT INTO claim_events (claim, seq, id, type, v, at, author, via, person, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  ofClaim: db.prepare<SealedRow>(
    'SELECT claim, seq, id, type, v, at, author, via, person, data FROM claim_events WHERE claim = ? ORDER BY seq',
  ),
  bind: db.prepare(
    `INSERT INTO bindings (conversation, claim, person, role, level, verified_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (conversation, claim) DO UPDATE SET person = excluded.person, role = excluded.role, level = excluded.level,
       verified_at = excluded.verified_at`,
  ),
  ofConversation: db.prepare<BindingRow>(
    'SELECT conversation, person, claim, role, level, verified_at FROM bindings WHERE conversation = ? ORDER BY claim',
  ),
});

/** The truth about claims, and who takes part in them. */
export class Events {
  readonly port: Pick<Store, 'events' | 'bindings'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      events: (claim) => db.read(() => sql.ofClaim.all(claim).flatMap((row) => this.#open(row))),
      bindings: (conversation) =>
        db.read(() =>
          sql.ofConversation.all(conversation).map(({ verified_at, ...b }) => ({ ...b, verifiedAt: verified_at })),
        ),
    };
  }

  /** How many events a claim has, readable or not. */
  count(claim: ClaimId): number {
    return this.#sql.last.get(claim)?.seq ?? 0;
  }

  append({ id, claim, type, v, at, by: author, via, person, data }: ClaimEvent): void {
    const { keys } = this.#context;
    const seq = this.count(claim) + 1;
    const row: EventRow = { claim, seq, id, type, v, at, author, via, person: person ?? null };
    const key = person === undefined ? keys.claimOrNew(claim, at) : keys.personOrThrow(person);
    const sealed = sealJson(key, placeOf(row), data);
    this.#sql.append.run(claim, seq, id, type, v, at, author, via, row.person, sealed);
  }

  bind({ conversation, claim, person, role, level, verifiedAt }: Binding): void {
    this.#sql.bind.run(conversation, claim, person, role, level, verifiedAt);
  }

  #open(row: SealedRow): ClaimEvent[] {
    const { keys } = this.#context;
    const key = row.person === null ? keys.claim(row.claim) : keys.person(row.person);
    // What an erased person said is gone; the rest of the claim's story stays.
    if (!key) return [];
    const { id, claim, type, v, at, author, via, person } = row;
    const event = { id, claim, type, v, at, by: author, via, data: unsealJson(key, placeOf(row), row.data) };
    return [person === null ? event : { ...event, person }];
  }
}

/** The whole envelope is part of the place: who said what when cannot be changed without being noticed. */
const placeOf = ({ claim, seq, id, type, v, at, author, via, person }: EventRow): Place => ({
  table: 'claim_events',
  column: 'data',
  row: [claim, seq, id, type, v, at, author, via, person].join('|'),
});
