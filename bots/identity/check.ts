/** A guess. It is counted in the store before the turn ends, so that no turn that fails or is begun again gives it back. */
import { isOpen, withGrants } from '../../claims/identity/policy.ts';
import type { Grant, Identity } from '../../claims/identity/types.ts';
import type { Guessed } from '../../store/ports.ts';
import { dueSinceBefore } from '../duePromise.ts';
import type { Scope } from '../scope.ts';
import { peopleOf } from './find.ts';
import { bind, identityOf } from './grants.ts';
import { hashOf, printOf } from './secrets.ts';
import type { Checked, IdentityDeps } from './types.ts';

export async function checkCode(scope: Scope, typed: string): Promise<Checked> {
  const { draft, deps } = scope;
  const { open, lockedUntil } = identityOf(draft);
  if (lockedUntil > draft.at) return { kind: 'locked', until: lockedUntil };
  if (!deps.identity || !open) return { kind: 'expired' };
  const guessed = await guess(scope, deps.identity, open, typed);
  const checked = await checkedOf(scope, deps.identity, guessed, open);
  draft.audit.push({ what: 'identity', data: { code: open.code, checked: checked.kind } });
  return checked;
}

async function guess(
  { draft }: Scope,
  { store, policy, key }: IdentityDeps,
  { code, at: askedAt }: NonNullable<Identity['open']>,
  typed: string,
): Promise<Guessed> {
  const { at, conversation } = draft;
  const hash = hashOf(key, code, conversation.id, typed.normalize('NFKC').replace(/\D/g, ''));
  const counted = await store.guessCode({
    ...{ code, conversation: conversation.id, hash, at, tries: policy.tries, lockUntil: at + policy.lockFor },
    // The same message: a turn that runs again is not a second guess.
    key: `${draft.arrival}-${Buffer.from(hash).toString('hex').slice(0, 16)}`,
  });
  // Nobody can have what was not sent yet; one that never came is over in time.
  if (counted.kind !== 'none') return counted;
  return isOpen(askedAt, at, policy) ? { kind: 'wrong', left: policy.tries } : { kind: 'over' };
}

async function checkedOf(
  scope: Scope,
  deps: IdentityDeps,
  guessed: Guessed,
  open: NonNullable<Identity['open']>,
): Promise<Checked> {
  const { draft } = scope;
  if (guessed.kind === 'wrong') return guessed;
  const before = { ...identityOf(draft), open: null };
  if (guessed.kind === 'locked') {
    draft.set({ identity: { ...before, lockedUntil: guessed.until } });
    return guessed;
  }
  const grants = guessed.kind === 'right' ? await opened(scope, deps, guessed, open) : [];
  draft.set({ identity: { ...before, grants: withGrants(before.grants, grants) } });
  if (grants.length === 0) return { kind: 'expired' };
  const bindings = await scope.deps.store.bindings(draft.conversation.id);
  for (const grant of grants) {
    bind(draft, grant, bindings);
    await dueSinceBefore(scope, grant.claim, grant.party);
  }
  return { kind: 'right', grants };
}

/** As the claims are now: the phone may be nobody's of them since. One person may be several parties; the first one counts. */
async function opened(
  { deps: { store }, draft }: Scope,
  { key }: IdentityDeps,
  { claims, phone }: Guessed & { kind: 'right' },
  { as }: NonNullable<Identity['open']>,
): Promise<readonly Grant[]> {
  const { at } = draft;
  const found = claims.map(async (claim): Promise<Grant[]> => {
    const mine = (await peopleOf(store, claim)).find((one) => printOf(key, 'phone', one.phone) === phone);
    if (!mine) return [];
    const { party, role } = mine;
    const relation = 'relation' in as ? { relation: as.relation } : {};
    return [{ claim, party, role, ...relation, phone: mine.phone, verifiedAt: at, lastSeenAt: at, by: 'code' }];
  });
  return (await Promise.all(found)).flat();
}
