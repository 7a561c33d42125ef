/**
 * A case a lawyer can read: facts in, amounts out, the hand calculation and the article in the comment above it.
 * Amounts are yuan with two places. What `gives` does not name is not looked at, except that every yuan of the loss
 * must be on exactly one line.
 */
import type { Case, Given, Policy, Vehicle, Victim } from '../../claims/compensation/case.ts';

type Amounts = Readonly<Record<string, string>>;
export interface Gives {
  readonly status?: 'missing' | 'notDue' | 'notSupported';
  /** `v1.medical`, or `v1.dependants.son`. */
  readonly items?: Amounts;
  /** `A.medical>v1` */
  readonly compulsory?: Amounts;
  /** `A>v1`, or `A/p1>v1` with several policies. */
  readonly commercial?: Amounts;
  readonly tortfeasor?: Amounts;
  readonly victimBears?: Amounts;
  readonly total?: string;
  /** `insurer:A>v1` */
  readonly payable?: Amounts;
  /** Parameters or facts that are missing. */
  readonly missing?: readonly string[];
  /** Keys of notes, without `estimate.`. */
  readonly notes?: readonly string[];
  /** Keys of notes that must not be there. */
  readonly without?: readonly string[];
  readonly steps?: Readonly<Record<string, string>>;
  readonly regime?: Readonly<Record<string, string | null>>;
}
export interface Worked {
  readonly name: string;
  readonly given: Case;
  readonly gives: Gives;
  /** Where the figures were published. */
  readonly address?: string;
}

/** Hunan 2024: income 51,243, consumption 32,625, average wage 99,663. */
export const HUNAN = { urbanIncome: '51243', urbanConsumption: '32625', averageWage: '99663' };
const policy: Policy = {
  id: 'p',
  limit: '1000000',
  deductibleRate: '0',
  nonMedicare: 'exclude',
  mentalDistress: 'exclude',
};
export const withPolicy = (more: Partial<Policy> = {}): Policy => ({ ...policy, ...more });
export const car = (id: string, fault: string, more: Partial<Vehicle> = {}): Vehicle => ({
  id,
  fault,
  compulsory: { insured: true },
  commercial: policy,
  ...more,
});
export const person = (items: Partial<Given>, more: Partial<Victim> = {}): Victim => ({
  id: 'v1',
  age: 45,
  outcome: 'injury',
  items,
  ...more,
});
/** An accident of 2025 in Hunan, tried in 2025, one car wholly at fault. */
export const of = (victims: Victim | readonly Victim[], more: Partial<Case> = {}): Case => ({
  accidentDate: '2025-03-02',
  asOf: '2025-11-20',
  region: '湖南',
  standards: HUNAN,
  victims: Array.isArray(victims) ? victims : [victims as Victim],
  vehicles: [car('A', 'full')],
  ...more,
});
export const disabled = (items: Partial<Given>, more: Partial<Victim> = {}): Victim =>
  person(items, { outcome: 'disability', ...more });
export const dead = (items: Partial<Given>, more: Partial<Victim> = {}): Victim =>
  person(items, { outcome: 'death', ...more });
/** Without the field `standards`, not with an empty one. */
export const unmeasured = ({ standards: _, ...rest }: Case): Case => rest;
export const sum = (amount: string) => ({ amount });
