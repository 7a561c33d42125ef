import type { Binding, ClaimEvent, ClaimId, Store } from '../ports.ts';
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

/** The truth about claims, and who takes part in them. */
export function events({ db, keys }: Context) {
  const last = db.prepare<{ seq: number }>(SQL.last);
  const append = db.prepare(SQL.append);
  const ofClaim = db.prepare<SealedEventRow>(SQL.ofClaim);
  const bind = db.prepare(SQL.bind);
  const ofConversation = db.prepare<BindingRow>(SQL.ofConversation);

  function open(row: SealedEventRow): ClaimEvent[] {
    const key = row.person === null ? keys.claim(row.claim) : keys.person(row.person);
    // What an erased person said is gone; the rest of the claim's story stays.
    return key ? [openEvent(key, row)] : [];
  }

  const port: Pick<Store, 'events' | 'bindings'> = {
    events: (claim) => db.read(() => ofClaim.all(claim).flatMap(open)),
    bindings: (conversation) => db.read(() => ofConversation.all(conversation).map(openBinding)),
  };

  /** How many events a claim has, readable or not. */
  const count = (claim: ClaimId): number => last.get(claim)?.seq ?? 0;

  return {
    port,
    count,
    append(event: ClaimEvent): void {
      const { claim, at, person, data } = event;
      const key = person === undefined ? keys.claimOrNew(claim, at) : keys.personOrThrow(person);
      append.run(...valuesOf(key, rowOf(event, count(claim) + 1), data));
    },
    bind({ conversation, claim, person, role, level, verifiedAt }: Binding): void {
      bind.run(conversation, claim, person, role, level, verifiedAt);
    },
  };
}
