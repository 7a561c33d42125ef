/** Third-party policies: min(share, limit) × (1 − deductible), in this order; over the limit victims share by demand. */
import { type Figure, leaf, least, line, product } from '../figure.ts';
import { compare, type Fen, isZero, over, type Ratio, roundHalfUp, share, sumFen, times, total } from '../money.ts';
import type { Owed } from './liability.ts';
import type { Party, ThirdParty } from './parties.ts';

export interface Paid {
  readonly vehicle: string;
  readonly victim: string;
  readonly policy: string | undefined;
  readonly amount: Fen;
  /** Exact, before the line was rounded. */
  readonly figure: Figure;
  /** What the policy pays at most, to all its victims together. */
  readonly most: Fen;
}

export const commercialPaid = (vehicle: Party, owed: readonly Owed[]): readonly Paid[] =>
  vehicle.policies.flatMap((policy) => byPolicy(vehicle, policy, owed));

function byPolicy(vehicle: Party, policy: ThirdParty, owed: readonly Owed[]): readonly Paid[] {
  const asked = owed.flatMap(({ excess, insured }) => {
    const figure = insured(policy);
    if (!figure || isZero(figure.value)) return [];
    return [{ victim: excess.loss.victim, figure: product(figure, ...(policy.part ? [policy.part] : [])) }];
  });
  const sum = total(asked.map((one) => one.figure.value));
  const over = compare(sum, policy.limit.value) > 0;
  const figures = asked.map(({ figure }) => payment(figure, policy, over, sum, asked.length > 1));
  const rounded = figures.map((figure) => line(figure).amount);
  const most = mostOf(policy);
  const shared = over || sumFen(rounded) > most;
  const exact = figures.map((figure) => figure.value);
  const amounts = shared
    ? share(
        most,
        exact,
        asked.map((one) => one.victim),
      )
    : rounded;
  return asked.map(({ victim }, i) => ({
    vehicle: vehicle.id,
    victim,
    policy: policy.id,
    amount: amounts[i] ?? 0n,
    figure: figures[i] ?? policy.limit,
    most,
  }));
}

function payment(demand: Figure, policy: ThirdParty, over: boolean, sum: Ratio, several: boolean): Figure {
  const kept = policy.kept ? [policy.kept] : [];
  if (!over) return product(demand, ...kept);
  if (!several) return product(least(demand, policy.limit), ...kept);
  return product(policy.limit, leaf('share', 'shareOfLimit', ratioOf(demand.value, sum)), ...kept);
}
const ratioOf = (part: Ratio, whole: Ratio): Ratio => over(part, whole);

/** The limit less the deductible: no rounding of several lines may take more. */
const mostOf = (policy: ThirdParty): Fen =>
  roundHalfUp(policy.kept ? times(policy.limit.value, policy.kept.value) : policy.limit.value);
