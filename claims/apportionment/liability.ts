/** What each vehicle's side owes each victim beyond the compulsory limits, exact, and how much of it policies may take. */
import { type Figure, leaf, product, sum } from '../figure.ts';
import { isZero, over, parseRatio, type Ratio, ratio, total, zero } from '../money.ts';
import type { Excess } from './excess.ts';
import { answersTo, outside, type Party, type ThirdParty } from './parties.ts';

/** What a policy takes beside the ordinary excess. */
type Width = Pick<ThirdParty, 'nonMedicare' | 'mentalDistress'>;

export interface Owed {
  readonly vehicle: Party;
  readonly excess: Excess;
  /** The whole debt, whoever pays it. */
  readonly all: readonly Figure[];
  /** What a policy of this width may be asked for, and what it leaves to the tortfeasor. */
  insured(width: Width): Figure | undefined;
  uninsured(width: Width): readonly Figure[];
}

export function owedBy(vehicle: Party, excess: Excess, parties: readonly Party[]): Owed | undefined {
  const { rides } = excess.loss;
  if (!answersTo(rides, vehicle.id)) return undefined;
  const by = sharer(vehicle, excess, parties);
  return {
    vehicle,
    excess,
    all: by(
      [...excess.gross, ...excess.mentalDistress, ...excess.tortfeasor],
      [...excess.insurableWhole, ...excess.tortfeasorWhole],
    ),
    insured: (width) => {
      const [first, ...rest] = outside(rides, vehicle.id) ? by(taken(excess, width), excess.insurableWhole) : [];
      return first && sum(first, ...rest);
    },
    uninsured: (width) => by(leftOut(excess, width), excess.tortfeasorWhole),
  };
}

const taken = ({ gross, insurable, mentalDistress }: Excess, width: Width): readonly Figure[] => [
  ...(width.nonMedicare ? gross : insurable),
  ...(width.mentalDistress ? mentalDistress : []),
];
const leftOut = ({ nonMedicare, mentalDistress, tortfeasor }: Excess, width: Width): readonly Figure[] => [
  ...(width.nonMedicare ? [] : nonMedicare),
  ...(width.mentalDistress ? [] : mentalDistress),
  ...tortfeasor,
];

/** Figures by the share of fault, and figures borne whole by their share among those who answer. */
function sharer(vehicle: Party, { loss }: Excess, parties: readonly Party[]) {
  const { rides } = loss;
  const whole = wholeShare(
    vehicle,
    parties.filter((party) => answersTo(rides, party.id)),
  );
  const reduced = rides?.vehicle === vehicle.id ? keptAfterReduction(rides.gratuitousReduction) : [];
  const times = (figures: readonly Figure[], share: Figure): readonly Figure[] => {
    const [first, ...rest] = figures;
    const factors = [...unlessOne(share), ...reduced];
    return !first || factors.some(({ value }) => isZero(value)) ? [] : [product(sum(first, ...rest), ...factors)];
  };
  return (byFault: readonly Figure[], wholly: readonly Figure[]): readonly Figure[] => [
    ...times(byFault, vehicle.fault),
    ...times(wholly, whole),
  ];
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
  return cut.n === 0n ? [] : [leaf('share', 'afterGratuitous', ratio(cut.d - cut.n, cut.d))];
}
