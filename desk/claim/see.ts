/** Which claims of the insurer somebody at the desk may see: of her branch or of none, and those whose conversation she may open. */
import { branchOfClaim } from '../../bots/duePromise.ts';
import { notFound } from '../../channels/web/errors.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import type { Account, ClaimId } from '../../store/ports.ts';
import { seesBranch } from '../people/rights.ts';
import type { Colleague, Desk } from '../web/visit.ts';

export interface SeenClaim {
  readonly id: ClaimId;
  readonly facts: ClaimFacts;
  readonly version: number;
}

/** For others it does not exist, and the attempt is noted. */
export async function seenClaim(desk: Desk, { me, params }: Colleague): Promise<SeenClaim> {
  const id = (params.claim ?? '') as ClaimId;
  const found = await claimOf(desk, id);
  if (found && mayOpen(desk, me.account, found.facts)) return found;
  if (found) await desk.trail.note(me.account.id, 'refused', id);
  throw notFound('Claim');
}

/** Folded anew: the projection is empty after somebody who took part was erased. */
export async function claimOf({ store }: Pick<Desk, 'store'>, id: ClaimId): Promise<SeenClaim | undefined> {
  const row = await store.claim(id);
  return row && { id, version: row.version, facts: fold(await store.events(id)) };
}

/** Whose it is sees it wherever it belongs. */
export function mayOpen({ branches }: Pick<Desk, 'branches'>, me: Account, facts: ClaimFacts): boolean {
  return facts.assigned?.to === me.id || seesBranch(me, branchOfClaim(branches, facts));
}
