/** What stands open in a conversation. */
import { isFresh as fresh, keptAlive, NOBODY, standing } from '../../claims/identity/policy.ts';
import type { Grant, Identity } from '../../claims/identity/types.ts';
import type { Binding } from '../../store/ports.ts';
import type { TurnDeps } from '../deps.ts';
import type { Draft } from '../draft.ts';
import type { Scope } from '../scope.ts';

export const identityOf = ({ state }: Draft): Identity => state.identity ?? NOBODY;

/** Not those of before “this is not my phone”, nor those that were left alone too long. */
export function grantsOf({ deps, draft }: Pick<Scope, 'deps' | 'draft'>): readonly Grant[] {
  if (!deps.identity) return [];
  return standing(identityOf(draft), draft.at, draft.conversation.revokedAt, deps.identity.policy);
}

/** That of one claim. */
export const grantFor = (scope: Pick<Scope, 'deps' | 'draft'>, claim: string): Grant | undefined =>
  grantsOf(scope).findLast((one) => one.claim === claim);

/** Whether money and medical data may be shown; else a new code is needed. */
export const isFresh = ({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, grant: Grant): boolean =>
  deps.identity !== undefined && fresh(grant, draft.at, deps.identity.policy);

/** The person has spoken: what is still open stays open. To be called before what was said is answered. */
export function keepAlive({ identity }: TurnDeps, draft: Draft): void {
  const before = identityOf(draft);
  if (!identity || before.grants.length === 0) return;
  const grants = standing(before, draft.at, draft.conversation.revokedAt, identity.policy);
  draft.set({ identity: { ...before, grants: keptAlive(grants, draft.at, identity.policy) } });
}

/** For messages that go to whoever takes part in a claim. */
export function bind(draft: Draft, grant: Grant, before: readonly Binding[]): void {
  const { id: conversation, person } = draft.conversation;
  const known = before.find(({ claim }) => claim === grant.claim);
  draft.bindings.push({
    ...{ conversation, person, claim: grant.claim, role: roleOf(grant, known) },
    level: grant.by === 'code' ? 'codeVerified' : 'staffVerified',
    verifiedAt: grant.verifiedAt,
  });
}

function roleOf({ role, relation }: Grant, known: Binding | undefined): Binding['role'] {
  if (role === 'reporter') return known?.role ?? 'other';
  return relation === undefined ? role : 'family';
}
