/** A colleague lets somebody in: a relative of somebody who cannot read a code, or an agent. In a turn of hers. */
import { withGrants } from '../../claims/identity/policy.ts';
import type { Grant } from '../../claims/identity/types.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';
import { bind, identityOf } from './grants.ts';
import type { Admission } from './types.ts';

export type NotAdmitted = 'noSuchClaim' | 'noSuchParty' | 'noProof' | 'noAuthorisation';

/** What proves it is recorded with the claim. Undefined: done. */
export async function admit({ deps, draft }: Scope, admission: Admission): Promise<NotAdmitted | undefined> {
  const { claim, ...recorded } = admission;
  const { party, role, relation, proof, authorisation } = recorded;
  await draft.know(claim, deps.store);
  const facts = draft.facts.get(claim);
  if (!facts) return 'noSuchClaim';
  if (!facts.registered?.parties.some((one) => one.id === party && one.role === role)) return 'noSuchParty';
  if (proof.trim() === '') return 'noProof';
  if (role === 'agent' && !authorisation) return 'noAuthorisation';
  draft.event(claim, 'admitted', recorded as unknown as JsonObject, 'adjuster');
  const { at } = draft;
  const grant: Grant = {
    ...{ claim, party, role, verifiedAt: at, lastSeenAt: at, by: 'colleague' },
    ...(relation === undefined ? {} : { relation }),
  };
  const before = identityOf(draft);
  draft.set({ identity: { ...before, grants: withGrants(before.grants, [grant]) } });
  bind(draft, grant, []);
  return undefined;
}
