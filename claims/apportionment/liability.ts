/** What each vehicle's side owes each victim beyond the compulsory limits, exact, and how much of it policies may take. */
import { type Figure, leaf, product, sum } from '../figure.ts';
import { one, over, parseRatio, type Ratio, ratio, total, zero } from '../money.ts';
import type { Excess } from './excess.ts';
import { answersTo, outside, type Party, type ThirdParty } from './parties.ts';

export interface Owed {
  readonly vehicle: Party;
  readonly excess: Excess;
  /** Every part of the debt, for the tortfeasor. */
  readonly all: readonly Figure[];
  /** What this policy may be asked for. */
  demand(policy: ThirdParty): Figure | undefined;
}

export function owedBy(vehicle: Party, excess: Excess, parties: readonly Party[]): Owed | undefined {
  const { rides, victim } = excess.loss;
  if (!answersTo(rides, vehicle.id)) return undefined;
  const answering = parties.filter((party) => answersTo(rides, party.id));
  const whole = wholeShare(vehicle, answering);
  const reduced = rides?.vehicle === vehicle.id ? keptAfterReduction(rides.gratuitousReduction) : [];
  const by = (figures: readonly Figure[], share: Figure): readonly Figure[] => {
    const [first, ...rest] = figures;
    return first && share.value.n > 0n ? [product(sum(first, ...rest), ...unlessOne(share), ...reduced)] : [];
  };
  const taken = (wide: { readonly nonMedicare: boolean; readonly mentalDistress: boolean }): readonly Figure[] => [
    ...by(
      [
        ...excess.insurable,
        ...(wide.nonMedicare ? excess.nonMedicare : []),
        ...(wide.mentalDistress ? excess.mentalDistress : []),
      ],
      vehicle.fault,
    ),
    ...by(excess.insurableWhole, whole),
  ];
  const demand = (policy: ThirdParty): Figure | undefined => {
    const [first, ...rest] = outside(rides, vehicle.id) ? taken(policy) : [];
    return first && product(sum(first, ...rest), ...(policy.part ? [policy.part] : []));
  };
  const all = [
    ...taken({ nonMedicare: true, mentalDistress: true }),
    ...by(excess.tortfeasor, vehicle.fault),
    ...by(excess.tortfeasorWhole, whole),
  ];
  return victim && all.length > 0 ? { vehicle, excess, all, demand } : undefined;
}

/** What is borne whole is shared by those who answer, by their faults among themselves. */
function wholeShare(vehicle: Party, answering: readonly Party[]): Figure {
  const faults = total(answering.map((party) => party.fault.value));
  const share: Ratio = faults.n === 0n ? zero : over(vehicle.fault.value, faults);
  return leaf('share', 'shareOfWhole', share);
}
const unlessOne = (share: Figure): readonly Figure[] => (share.value.n === share.value.d ? [] : [share]);

/** Carried free of charge: the side that carried answers for less (民法典 1217; 解释二 3). */
function keptAfterReduction(reduction: string | undefined): readonly Figure[] {
  const cut = parseRatio(reduction ?? '0');
  return cut.n === 0n ? [] : [leaf('share', 'afterGratuitous', ratio(cut.d - cut.n, one.d * cut.d))];
}
