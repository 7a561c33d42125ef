/** What somebody is told will be done about a settlement: a promise with a name and a time, once, and a row among what is due. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { PromiseMade } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { promise, toParty } from '../duePromise.ts';
import { callBackBy } from '../look.ts';
import type { Scope } from '../scope.ts';

export type Promised = Pick<PromiseMade, 'by' | 'who'>;

/** The one that stands, if it was promised to her before and nobody has kept it. The claim is known to the draft. */
export function promiseOnce(
  { draft, deps }: Scope,
  grant: Grant,
  what: string,
): Promised & { readonly isNew: boolean } {
  const facts = draft.facts.get(grant.claim);
  const { to } = toParty(facts, grant.party);
  const open = facts?.promises.find((one) => one.what === what && !one.kept && one.to === to && isAhead(one, draft.at));
  if (open) return { by: open.by, who: open.who, isNew: false };
  const by = wallClock(callBackBy(deps, draft.at, 'nextAfternoon'));
  const who = facts?.handler?.name ?? facts?.assigned?.name ?? deps.service.caller;
  promise(draft, grant, { what, by, who });
  return { by, who, isNew: true };
}

const isAhead = ({ by }: PromiseMade, now: number): boolean => Date.parse(by) > now;
