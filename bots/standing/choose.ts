/** Of which claim it is told: of several it is asked which. */
import type { Grant } from '../../claims/identity/types.ts';
import type { ClaimId, JsonObject } from '../../store/ports.ts';
import { noAdvance } from '../advance/status.ts';
import { advanceSays } from '../advance/told.ts';
import { wishedAfterCode } from '../advance/wishing.ts';
import { deductionsTold } from '../deductions/told.ts';
import type { Ending } from '../endings.ts';
import { missingSays } from '../papers/answers.ts';
import { goesOn } from '../proveAgain.ts';
import type { Scope } from '../scope.ts';
import { liabilitySays } from './liability.ts';
import { pressSays } from './press.ts';
import { lookAt, nothingToTell, standingSays, timelineSays, type Wish, whySays } from './tell.ts';

/** What is asked; of a wish for money with what its words told. */
export interface Asked {
  readonly wish: Wish;
  readonly said?: JsonObject;
}

/** One is told at once; of several it is asked which. */
export async function choose(scope: Scope, grants: readonly Grant[], { wish, said }: Asked): Promise<Ending> {
  const looking = grants.find(({ claim }) => claim === scope.draft.state.looksAt);
  const [only, ...more] = grants;
  const again = looking && wish !== 'standing' ? looking : more.length === 0 ? only : undefined;
  if (again) return tellOf(scope, again, { wish, ...(said && { said }) });
  const claims = (await numbered(scope, grants)).map(({ number }) => number);
  return { says: [], next: { flow: 'whichClaim', params: { wish, claims, ...(said && { said }) } } };
}

export async function numbered({ draft, deps }: Scope, grants: readonly Grant[]) {
  const known: { readonly grant: Grant; readonly number: string; readonly numbers: readonly string[] }[] = [];
  for (const grant of grants) {
    await draft.know(grant.claim, deps.store);
    const facts = draft.facts.get(grant.claim);
    if (!facts) continue;
    const number = facts.registered?.number ?? facts.number;
    known.push({ grant, number, numbers: [number, facts.number] });
  }
  return known;
}

/** What the insurer may record before any stage. */
export const OF_MONEY: ReadonlySet<Wish> = new Set(['advance', 'advanceWish', 'ledger']);

export async function tellOf(scope: Scope, grant: Grant, { wish, said = {} }: Asked): Promise<Ending> {
  const papers = wish === 'papers' ? await missingSays(scope) : undefined;
  if (papers) return { says: papers };
  if (wish === 'takeUp') return goesOn(scope, grant.claim);
  if (wish === 'deductions')
    return deductionsTold(scope, grant, typeof said.asked === 'string' ? said.asked : undefined);
  if (OF_MONEY.has(wish)) scope.draft.set({ looksAt: grant.claim as ClaimId });
  if (wish === 'advanceWish') return wishedAfterCode(scope, said);
  const money = wish === 'advance' || wish === 'ledger' ? await advanceSays(scope, wish) : undefined;
  if (money) return { says: money };
  const looked = await lookAt(scope, grant);
  if (typeof looked === 'string') return { says: [wish === 'advance' ? noAdvance : nothingToTell(looked)] };
  scope.draft.set({ looksAt: grant.claim as ClaimId });
  if (wish === 'liability') return { says: liabilitySays(scope, looked) };
  if (wish === 'why') return { says: whySays(looked) };
  if (wish === 'timeline') return { says: timelineSays(scope, looked) };
  return { says: wish === 'press' ? pressSays(scope, grant.claim, looked) : standingSays(scope, looked) };
}
