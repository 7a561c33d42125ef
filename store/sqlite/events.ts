import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { Binding, ClaimEvent, ClaimId, PersonId, Store } from '../ports.ts';
import type { Context } from './context.ts';

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

/** The whole envelope is part of the place: who said what when cannot be changed without being noticed. */
const placeOf = ({ claim, seq, id, type, v, at, author, via, person }: EventRow): Place => ({
  table: 'claim_events',
  column: 'data',
  row: [claim, seq, id, type, v, at, author, via, person].join('|'),
});

/** The truth about claims, and who takes part in them. */
export function events({ db, keys }: Context) {
  const last = db.prepare<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM claim_events WHERE claim = ?');
  const append = db.prepare(
    'INSERT INTO claim_events (claim, seq, id, type, v, at, author, via, person, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const ofClaim = db.prepare<EventRow & { readonly data: Uint8Array }>(
    'SELECT claim, seq, id, type, v, at, author, via, person, data FROM claim_events WHERE claim = ? ORDER BY seq',
  );
  const bind = db.prepare(
    `INSERT INTO bindings (conversation, claim, person, role, level, verified_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (conversation, claim) DO UPDATE SET person = excluded.person, role = excluded.role, level = excluded.level,
       verified_at = excluded.verified_at`,
  );
  const ofConversation = db.prepare<Omit<Binding, 'verifiedAt'> & { readonly verified_at: number | null }>(
    'SELECT conversation, person, claim, role, level, verified_at FROM bindings WHERE conversation = ? ORDER BY claim',
  );

  function open(row: EventRow & { readonly data: Uint8Array }): ClaimEvent[] {
    const key = row.person === null ? keys.claim(row.claim) : keys.person(row.person);
    // What an erased person said is gone; the rest of the claim's story stays.
    if (!key) return [];
    const { id, claim, type, v, at, author, via, person } = row;
    const event = { id, claim, type, v, at, by: author, via, data: unsealJson(key, placeOf(row), row.data) };
    return [person === null ? event : { ...event, person }];
  }

  const port: Pick<Store, 'events' | 'bindings'> = {
    events: (claim) => db.read(() => ofClaim.all(claim).flatMap(open)),
    bindings: (conversation) =>
      db.read(() =>
        ofConversation.all(conversation).map(({ verified_at, ...b }) => ({ ...b, verifiedAt: verified_at })),
      ),
  };

  /** How many events a claim has, readable or not. */
  const count = (claim: ClaimId): number => last.get(claim)?.seq ?? 0;

  return {
    port,
    count,
    append({ id, claim, type, v, at, by, via, person, data }: ClaimEvent): void {
      const row: EventRow = {
        claim,
        seq: count(claim) + 1,
        id,
        type,
        v,
        at,
        author: by,
        via,
        person: person ?? null,
      };
      const key = person === undefined ? keys.claimOrNew(claim, at) : keys.personOrThrow(person);
      append.run(claim, row.seq, id, type, v, at, by, via, row.person, sealJson(key, placeOf(row), data));
    },
    bind({ conversation, claim, person, role, level, verifiedAt }: Binding): void {
      bind.run(conversation, claim, person, role, level, verifiedAt);
    },
  };
}
