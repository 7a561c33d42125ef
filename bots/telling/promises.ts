/** A promise that was broken is made anew, once, with a time that will be kept; the desk sees it among what is due. */

import { wallClock } from '../../claims/clocks/days.ts';
import type { Renewal } from '../../claims/telling/types.ts';
import type { ClaimId } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';

export async function promiseAnew(scope: Scope, claim: ClaimId, renewals: readonly Renewal[]): Promise<void> {
  const { draft, deps } = scope;
  await draft.know(claim, deps.store);
  const { assigned } = draft.facts.get(claim) ?? {};
  for (const { instead, by, to, who } of renewals) {
    const data = { what: 'answer', by: wallClock(by), who, instead, ...(to === undefined ? {} : { to }) };
    const { id } = draft.event(claim, 'promiseMade', data, 'bot');
    draft.ticket('promise', { who, adjuster: assigned?.to ?? null, what: data.what }, { slot: by, id });
  }
}
