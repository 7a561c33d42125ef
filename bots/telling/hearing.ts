/** As whom a conversation hears of a claim: what was proved in it, or because it was reported here. */

import type { ClaimFacts } from '../../claims/fold.ts';
import { viewerOf } from '../../claims/identity/parties.ts';
import type { Hearing } from '../../claims/telling/ears.ts';
import type { Binding, ClaimEvent } from '../../store/ports.ts';
import { identityOf, isFresh } from '../identity/grants.ts';
import type { Scope } from '../scope.ts';

/**
 * Undefined: nobody of this claim is here any more, as after “this is not my phone”. What was proved once is enough to be told
 * that something has happened; sums and medical papers are for whoever asks, and is asked for a code then.
 */
export function hearingOf(
  scope: Pick<Scope, 'deps' | 'draft'>,
  binding: Binding,
  { facts, events }: { readonly facts: ClaimFacts; readonly events: readonly ClaimEvent[] },
): Hearing | undefined {
  const { conversation } = scope.draft;
  const left = conversation.revokedAt ?? 0;
  const grants = identityOf(scope.draft).grants.filter((one) => one.claim === binding.claim && one.verifiedAt > left);
  const proved = grants.flatMap((grant) => viewerOf(grant, facts) ?? []);
  const reporter = events.some(
    ({ type, person, at }) => type === 'reported' && person === conversation.person && at > left,
  );
  const viewers = reporter ? [...proved, { role: 'reporter' } as const] : proved;
  const door = viewers.length === 0 && grants.length === 0 && (binding.verifiedAt ?? 0) > left;
  if (viewers.length === 0 && !door) return undefined;
  const fresh = grants.some((grant) => isFresh(scope, grant));
  return { viewers, reporter, person: conversation.person, fresh, door };
}
