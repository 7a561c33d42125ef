/** What a claim tells of the money for treatment. What the report says of how it happened counts only for whoever told it. */
import { dayOf, nameOf } from '../clocks/days.ts';
import type { ClaimFacts } from '../fold.ts';
import { parseYuan } from '../money.ts';
import { commercialLimitOf, coverOf } from '../recording/covers.ts';
import type { PolicyKnown } from '../recording/types.ts';
import { isSensitive, type Report } from '../report.ts';
import type { AdvanceFacts } from './types.ts';
import type { AdvanceWish } from './wish.ts';

/** Who asks, and what of the claim she may see (claims/visible.ts): nothing else tells in a route. */
export interface Asking {
  readonly wish?: AdvanceWish | undefined;
  /** Whom it is for, where the insurer has named them. */
  readonly person?: string | undefined;
  /** Who asks is who reported it. */
  readonly reported: boolean;
  readonly sees: { readonly policy: boolean; readonly determination: boolean; readonly amounts: boolean };
}
export const SEES_NOTHING = { policy: false, determination: false, amounts: false } as const;

export function factsOf(claim: ClaimFacts, asking: Asking): AdvanceFacts {
  const { wish, reported, sees } = asking;
  const { registered } = claim;
  const report = (reported ? claim.report : {}) as Partial<Report>;
  const policies = registered?.policies ?? [];
  const has = (kind: PolicyKnown['kind']): boolean | undefined =>
    policies.length === 0 ? undefined : policies.some((one) => one.kind === kind);
  // The other policy may be another insurer's: that one is not here does not say that there is none.
  const insured = has('compulsory') === true ? true : undefined;
  const compulsory = policies.filter(({ kind }) => kind === 'compulsory').length;
  return {
    accident: registered?.accident?.on ?? dayIn(claim.report as Partial<Report>),
    compulsory: insured,
    ...(compulsory > 0 && { vehicles: compulsory }),
    ...otherSide(report, insured),
    // Nobody but whoever told it hears of it, by way of a route or otherwise.
    ...(reported && report.flags && isSensitive(report.flags) && { recourse: true }),
    ...(wish && wish.purpose !== 'unknown' && { purpose: wish.purpose }),
    ...(wish?.asked !== undefined && { asked: parseYuan(wish.asked) }),
    ...(sees.policy && { commercial: has('commercial'), commercialLimit: commercialLimitOf(policies) }),
    ...(sees.determination && { fault: faultOf(claim) }),
    ...(sees.amounts && { used: { compulsory: usedOf(claim, 'compulsory'), commercial: usedOf(claim, 'commercial') } }),
    papers: papersOf(claim, asking),
  };
}

/** Of nobody in particular, or of the person herself to whoever may see that. */
const papersOf = ({ papers = [] }: ClaimFacts, { person, sees }: Asking): readonly string[] =>
  papers
    .filter((one) => one.type === 'received' || one.type === 'accepted')
    .filter((one) => one.person === undefined || (sees.amounts && one.person === person))
    .map(({ document }) => document);

const dayIn = ({ when }: Partial<Report>) => (when ? nameOf(dayOf(when.start, 'when.start')) : undefined);

/** For whoever was hurt the other side is the one that should pay; a driver's own cover stands for itself. */
function otherSide({ other, role }: Partial<Report>, compulsory: boolean | undefined): AdvanceFacts {
  if (compulsory !== undefined || role === 'driver' || role === 'insured') return {};
  return {
    ...(other?.kind === 'fled' && { fled: true }),
    ...(other?.kind === 'uninsured' && { uninsured: true }),
  };
}

/** Of whom the insurer stands in for. */
function faultOf({ registered, liability }: ClaimFacts): AdvanceFacts['fault'] {
  const ours = registered?.parties.filter(({ role }) => role === 'insured' || role === 'driver').map(({ id }) => id);
  return liability?.shares.find(({ party }) => ours?.includes(party))?.share;
}

const usedOf = ({ advances = [] }: ClaimFacts, cover: 'compulsory' | 'commercial'): bigint =>
  advances
    .filter(({ route, state }) => coverOf(route) === cover && state !== 'refused')
    .reduce((sum, { approved = 0 }) => sum + BigInt(approved), 0n);
