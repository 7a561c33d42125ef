/** A colleague lets somebody in: a relative of somebody who cannot read a code, or an agent. In a turn of hers. */
import { withGrants } from '../../claims/identity/policy.ts';
import type { Grant } from '../../claims/identity/types.ts';
import type { ClaimId, JsonObject } from '../../store/ports.ts';
import { dueSinceBefore } from '../duePromise.ts';
import type { Scope } from '../scope.ts';
import { bind, identityOf } from './grants.ts';
import type { Admission, NotAdmitted } from './types.ts';

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
  const { id, at } = draft.event(claim, 'admitted', recorded as unknown as JsonObject, 'adjuster');
  const grant: Grant = {
    ...{ claim, party, role, verifiedAt: at, lastSeenAt: at, by: 'colleague', admission: id },
    ...(relation === undefined ? {} : { relation }),
  };
  const before = identityOf(draft);
  draft.set({ identity: { ...before, grants: withGrants(before.grants, [grant]) } });
  bind(draft, grant, []);
  await dueSinceBefore({ deps, draft }, claim, party);
  return undefined;
}

/** Takes back what a colleague has opened in this conversation. False: there was nothing of this claim. */
export async function shutOut({ deps, draft }: Scope, claim: ClaimId, who: string): Promise<boolean> {
  const before = identityOf(draft);
  const theirs = before.grants.filter((one) => one.claim === claim && one.by === 'colleague');
  if (theirs.length === 0) return false;
  await draft.know(claim, deps.store);
  for (const { admission, party } of theirs)
    draft.event(claim, 'admissionWithdrawn', { admission: admission ?? '', party, who }, 'adjuster');
  draft.set({ identity: { ...before, grants: before.grants.filter((one) => !theirs.includes(one)) } });
  const { id: conversation, person } = draft.conversation;
  draft.bindings.push({ conversation, person, claim, role: 'other', level: 'selfDeclared', verifiedAt: null });
  return true;
}
