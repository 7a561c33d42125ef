/** One case as it comes in: the facts of `case.schema.json`, already checked. Money and ratios are decimal text. */
import type { Day } from '../../law/types.ts';

export type ItemName =
  | 'medical'
  | 'followUp'
  | 'hospitalMeals'
  | 'nutrition'
  | 'lostIncome'
  | 'nursing'
  | 'transport'
  | 'lodging'
  | 'aids'
  | 'familyExpenses'
  | 'disability'
  | 'death'
  | 'funeral'
  | 'dependants'
  | 'mentalDistress'
  | 'appraisal'
  | 'property'
  | 'other';
/** The parts of the compulsory cover, each with a limit of its own. */
export const LIMBS = ['medical', 'deathDisability', 'property'] as const;
export type Limb = (typeof LIMBS)[number];
/** The first layer that may take an item. */
export type Bearer = 'compulsory' | 'commercial' | 'tortfeasor';
export type Residence = 'urban' | 'rural';
export type VictimOutcome = 'injury' | 'disability' | 'death' | 'property';

/** One stretch of an item: a sum, or a time at a rate. Several stretches are added up. */
export interface Part {
  readonly amount?: string;
  readonly days?: number;
  /** First and last day instead of `days`; earnings end the day before `determinedOn`. */
  readonly from?: Day;
  readonly until?: Day;
  readonly perDay?: string;
  readonly perYear?: string;
  /** Income of the last three years; their mean is the yearly one. */
  readonly lastYears?: readonly string[];
  readonly months?: number;
  readonly perMonth?: string;
  /** What the employer went on paying, a month. */
  readonly stillPaid?: string;
  readonly years?: number;
  readonly persons?: number;
  /** Share of a carer that is needed after the determination of disability. */
  readonly dependence?: string;
  readonly pastRetirement?: boolean;
  /** There is proof of work and of the loss (past retirement age). */
  readonly proved?: boolean;
}
export type Parts = Part | readonly Part[];

export interface Dependant {
  readonly id: string;
  readonly age?: number;
  readonly supporters?: number | string;
  /** An adult who cannot work and has no other income. */
  readonly incapable?: boolean;
  readonly months?: number | string;
  readonly residence?: Residence;
}
export interface Disability {
  readonly amount?: string;
  readonly grades?: readonly number[];
  readonly coefficient?: string;
}
export interface Appraisal {
  readonly amount?: string;
  readonly bearer?: Bearer;
}
export interface OtherLoss {
  readonly name: string;
  readonly amount: string;
  readonly bearer?: Bearer;
  readonly limb?: Limb;
  readonly byRatio?: boolean;
}
export interface Sum {
  readonly amount?: string;
}

type Plain = Exclude<
  ItemName,
  'disability' | 'death' | 'funeral' | 'dependants' | 'mentalDistress' | 'appraisal' | 'other'
>;
export interface Given extends Readonly<Record<Plain, Parts>> {
  readonly disability: Disability;
  readonly death: Sum;
  readonly funeral: Sum;
  readonly dependants: readonly Dependant[] | Sum;
  readonly mentalDistress: Sum;
  readonly appraisal: Appraisal;
  readonly other: readonly OtherLoss[];
}

export interface Rides {
  readonly vehicle: string;
  readonly as: 'driver' | 'passenger';
  readonly gratuitousReduction?: string;
}
export interface Victim {
  readonly id: string;
  /** Whole years at death or at the determination of disability. */
  readonly age?: number;
  readonly residence?: Residence;
  readonly outcome: VictimOutcome;
  readonly determinedOn?: Day;
  readonly rides?: Rides;
  readonly items: Partial<Given>;
  readonly paidByOthers?: readonly {
    readonly by: 'medicalInsurance' | 'workInjury';
    readonly item: ItemName;
    readonly amount: string;
  }[];
}

/** Why a policy might not pay; each is settled by `law/parameters/cover.*`, never here. */
export type Exclusion = 'drunk' | 'unlicensed' | 'intent' | 'stolen' | 'flight' | 'dooring' | 'expiredLicence';
/** Where the compulsory insurer pays for injury and then turns to whoever is liable (DJ1-15); not after flight, and not for a stolen car. */
export const RECOURSE: readonly Exclusion[] = ['drunk', 'unlicensed', 'intent'];
export interface Policy {
  readonly id?: string;
  readonly limit: string;
  readonly deductibleRate?: string;
  readonly nonMedicare?: 'exclude' | 'cover';
  readonly mentalDistress?: 'exclude' | 'cover';
}
/** What one of several policies is called: its id, else its place. */
export const policyName = ({ id }: Policy, i: number): string => id ?? String(i + 1);
export interface Compulsory {
  readonly insured?: boolean;
  readonly atFault?: boolean;
  readonly used?: Partial<Readonly<Record<Limb, string>>>;
}
export interface Vehicle {
  readonly id: string;
  readonly fault: string;
  /** `null`: none is needed (a trailer). Absent: insured, as the law demands. */
  readonly compulsory?: Compulsory | null;
  readonly commercial?: Policy | readonly Policy[] | null;
  readonly exclusion?: Exclusion;
}

/** `primary`, `equal` …: a share that the law has; anything else is a ratio. */
export const isNamed = (fault: string): boolean => /^[a-z]/.test(fault);

export interface NonMedicare {
  readonly victim: string;
  readonly amount: string;
  readonly proved?: boolean;
}
export interface Advance {
  readonly by: 'insurer' | 'driver' | 'rescueFund';
  readonly vehicle?: string;
  readonly victim: string;
  readonly amount: string;
}
export type StandardName = 'urbanIncome' | 'urbanConsumption' | 'averageWage' | 'ruralIncome' | 'ruralConsumption';

export interface Case {
  readonly accidentDate: Day;
  /** Day of the negotiation or of the end of the trial: picks statistics and the interpretation in force. */
  readonly asOf: Day;
  readonly region: string;
  readonly standards?: Partial<Readonly<Record<StandardName, string>>>;
  readonly victims: readonly Victim[];
  readonly vehicles: readonly Vehicle[];
  readonly nonMedicare?: NonMedicare | readonly NonMedicare[];
  readonly advances?: readonly Advance[];
}

export const listOf = <T extends object>(given: T | readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(given) ? given : given ? [given as T] : [];
