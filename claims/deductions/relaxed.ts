/**
 * One case after the other, each without one more reason for paying less. What the insurers pay more each time is what
 * that reason took; the steps add up by themselves. Their order is the order in which the layers apply, undone from the
 * outside: the deductible comes after the limit, the limit after what a policy takes, fault and a free ride before all.
 */
import { type Case, listOf, type OtherLoss, type Policy, type Vehicle, type Victim } from '../compensation/case.ts';
import { parseYuan, yuanText } from '../money.ts';

export interface Relaxation {
  /** Code of the reason, or `TORTFEASOR_ONLY`. */
  readonly code: string;
  readonly without: (of: Case, more: Enough) => Case;
}
/** A limit that nothing in the case can reach: the sum of all losses, in yuan. */
export type Enough = string;

const vehicles = (of: Case, change: (vehicle: Vehicle) => Vehicle): Case => ({
  ...of,
  vehicles: of.vehicles.map(change),
});
const policies = (of: Case, change: Partial<Policy>): Case =>
  vehicles(of, (vehicle) => ({
    ...vehicle,
    commercial: listOf<Policy>(vehicle.commercial).map((policy) => ({ ...policy, ...change })),
  }));
const victims = (of: Case, change: (victim: Victim) => Victim): Case => ({ ...of, victims: of.victims.map(change) });

/** What only the tortfeasor takes, as the commercial policy would take it: the appraisal, and other costs. */
function appraised({ items, ...victim }: Victim): Victim {
  const { appraisal } = items;
  if (appraisal?.bearer !== 'tortfeasor') return { ...victim, items };
  return { ...victim, items: { ...items, appraisal: { ...appraisal, bearer: 'commercial' } } };
}
function insurable({ items, ...victim }: Victim): Victim {
  if (!items.other) return { ...victim, items };
  const other = items.other.map((one): OtherLoss => (onlyHis(one) ? { ...one, bearer: 'commercial' } : one));
  return { ...victim, items: { ...items, other } };
}
/** A cost that no insurance takes. */
export const onlyHis = ({ bearer }: OtherLoss): boolean => bearer === 'tortfeasor';

/** Beyond reach, and still in the old proportion: several policies pay by their limits. */
function withoutLimit(vehicle: Vehicle, enough: Enough): Vehicle {
  const beyond = (limit: string): string => {
    const fen = parseYuan(limit) * parseYuan(enough);
    return fen === 0n ? enough : yuanText(fen);
  };
  const raised = listOf<Policy>(vehicle.commercial).map((one) => ({ ...one, limit: beyond(one.limit) }));
  return { ...vehicle, commercial: raised };
}
const insured = (vehicle: Vehicle): Vehicle =>
  vehicle.compulsory?.insured === false
    ? { ...vehicle, compulsory: { ...vehicle.compulsory, insured: true } }
    : vehicle;
const notExcluded = ({ exclusion: _, ...vehicle }: Vehicle): Vehicle => vehicle;
const withPolicy = (vehicle: Vehicle, limit: Enough): Vehicle =>
  listOf<Policy>(vehicle.commercial).length > 0
    ? vehicle
    : { ...vehicle, commercial: { limit, nonMedicare: 'cover', mentalDistress: 'cover' } };

/** The free ride takes from what its own side owes, which insurance may not pay: it is measured by what the victim bears. */
export const paidRides = (of: Case): Case => victims(of, paying);
function paying({ rides, ...victim }: Victim): Victim {
  if (!rides) return victim;
  const { gratuitousReduction: _, ...plain } = rides;
  return { ...victim, rides: plain };
}

/** No reason of the 24: the cost itself is one that no insurance takes. */
export const TORTFEASOR_ONLY = 'tortfeasorOnly';
export const RELAXATIONS: readonly Relaxation[] = [
  { code: 'deductible', without: (of) => policies(of, { deductibleRate: '0' }) },
  { code: 'policyLimit', without: (of, enough) => vehicles(of, (vehicle) => withoutLimit(vehicle, enough)) },
  { code: 'mentalDistress', without: (of) => policies(of, { mentalDistress: 'cover' }) },
  { code: 'nonMedicare', without: (of) => policies(of, { nonMedicare: 'cover' }) },
  { code: 'exclusion', without: (of) => vehicles(of, notExcluded) },
  { code: 'compulsoryFirst', without: (of) => vehicles(of, insured) },
  { code: 'limbLimit', without: (of, limit) => vehicles(of, (vehicle) => withPolicy(vehicle, limit)) },
  { code: 'fees', without: (of) => victims(of, appraised) },
  { code: TORTFEASOR_ONLY, without: (of) => victims(of, insurable) },
];
