/** What somebody is told will be done about a settlement: a promise with a name and a time, once, and a row among what is due. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { PromiseMade } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { callBackBy } from '../look.ts';
import type { Scope } from '../scope.ts';

export type Promised = Pick<PromiseMade, 'by' | 'who'>;

/** The one that stands, if it was promised to her before and nobody has kept it. The claim is known to the draft. */
export function promiseOnce(
  { draft, deps }: Scope,
  { claim, party }: Grant,
  what: string,
): Promised & { readonly isNew: boolean } {
  const facts = draft.facts.get(claim);
  const to = facts?.registered?.parties.some(({ id }) => id === party) ? { to: party } : {};
  const open = facts?.promises.find(
    (one) => one.what === what && !one.kept && one.to === to.to && isAhead(one, draft.at),
  );
  if (open) return { by: open.by, who: open.who, isNew: false };
  const by = wallClock(callBackBy(deps, draft.at, 'nextAfternoon'));
  const who = facts?.handler?.name ?? facts?.assigned?.name ?? deps.service.caller;
  const { id } = draft.event(claim, 'promiseMade', { what, by, who, ...to }, 'bot');
  draft.ticket('promise', { who, adjuster: facts?.assigned?.to ?? null, what }, { slot: Date.parse(by), id, claim });
  return { by, who, isNew: true };
}

const isAhead = ({ by }: PromiseMade, now: number): boolean => Date.parse(by) > now;
