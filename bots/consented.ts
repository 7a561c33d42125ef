/** Whose word a consent is: of whoever reported the claim in this conversation, or of the party that she has proved to be. */
import { type Consent, consentsOf } from '../claims/consents.ts';
import { REPORTER } from '../claims/identity/parties.ts';
import type { ClaimId } from '../store/ports.ts';
import { grantFor } from './identity/index.ts';
import type { Scope } from './scope.ts';

export type Hers = Pick<Scope, 'draft' | 'deps'>;

/** The last word on each purpose. To be called when the claim is known to the draft. */
export function consentsHere(scope: Hers, claim: ClaimId): readonly Consent[] {
  const party = partyHere(scope, claim);
  const reported = reportedHere(scope, claim);
  const isHers = (one: Consent) => (one.party === undefined ? reported : one.party === party);
  return consentsOf(scope.draft.facts.get(claim)?.consents ?? []).filter(isHers);
}

/** As whom she speaks who has proved who she is; undefined: as whoever reported it. */
export function partyHere(scope: Hers, claim: ClaimId): string | undefined {
  const party = grantFor(scope, claim)?.party;
  return party === REPORTER ? undefined : party;
}

/** Here, or on another phone whose number is the report's. */
export const reportedHere = (scope: Hers, claim: ClaimId): boolean =>
  scope.draft.state.claim?.id === claim || grantFor(scope, claim)?.party === REPORTER;
