/** Money for treatment before the settlement: what is known of a case, and what a route says about it (facts §8). One route, one file in routes/. */
import type { Day, Law, LawAnswer } from '../../law/types.ts';
import type { Fen } from '../money.ts';
import type { AdvanceRoute, FaultShare } from '../recording/types.ts';

/** A fact that nobody has told is simply not there. */
export interface AdvanceFacts {
  /** Picks the limits. */
  readonly accident?: Day | undefined;
  /** Cover of the vehicle that this insurer stands for. */
  readonly compulsory?: boolean | undefined;
  readonly commercial?: boolean | undefined;
  /** So many vehicles with compulsory cover pay beside one another. */
  readonly vehicles?: number | undefined;
  /** The other vehicle fled, or has no compulsory cover. */
  readonly fled?: boolean | undefined;
  readonly uninsured?: boolean | undefined;
  /** Drunk, unlicensed, stolen or on purpose: the insurer gets back from the driver what it pays first. */
  readonly recourse?: boolean | undefined;
  /** What it is for: saving life, or other treatment. */
  readonly purpose?: 'rescue' | 'treatment' | undefined;
  /** The share of whom the insurer stands in for; undefined: not determined yet. */
  readonly fault?: FaultShare | undefined;
  /** What the hospital asks for. */
  readonly asked?: Fen | undefined;
  /** What was approved before, of everybody who was hurt. */
  readonly used?: Partial<Readonly<Record<'compulsory' | 'commercial', Fen>>> | undefined;
  readonly commercialLimit?: Fen | undefined;
  /** Papers that are here, by their ids in claims/documents. */
  readonly papers?: readonly string[] | undefined;
  /** Whoever should pay does not. */
  readonly unpaid?: boolean | undefined;
}

/** Facts that a route may need first. */
export type NeededFact = 'compulsory' | 'commercial' | 'asked' | 'purpose' | 'accident' | 'unpaid';

/** Why a route is not this one. */
export type NotThisRoute =
  | 'noCompulsory'
  | 'fled'
  | 'notRescue'
  | 'limitUsed'
  | 'recourse'
  | 'ordinary'
  | 'noCommercial'
  | 'excluded'
  | 'notAtFault'
  | 'withinCompulsory'
  | 'paid';

export type Verdict =
  | { readonly status: 'eligible' }
  | { readonly status: 'needs'; readonly facts: readonly NeededFact[]; readonly papers: readonly string[] }
  | { readonly status: 'notThisRoute'; readonly why: NotThisRoute };

/** What stops it, or makes it less: said beforehand. */
export type Stop =
  | 'liabilityOpen'
  | 'liabilityUnclear'
  | 'security'
  | 'lost'
  | 'notRescue'
  | 'excludedDrugs'
  | 'insideVehicle'
  | 'limitShared'
  | 'paidAlready'
  | 'localRules'
  | 'repaid'
  | 'policyWording'
  | 'insurerDecides'
  | 'notAgainLater'
  | 'otherCannotPay';

export type Applicant = 'hospital' | 'injured' | 'police' | 'insured';

/** The most that can come of it, and what is left of that. */
export interface Limit {
  readonly most: Fen;
  readonly left: Fen;
  /** Absent: it is the policy's own. */
  readonly law?: LawAnswer;
}

export interface Given {
  readonly facts: AdvanceFacts;
  readonly law: Law;
  /** The day on which it is asked: procedures are those of today, limits those of the accident. */
  readonly at: Day;
}

export interface RouteRule {
  readonly route: AdvanceRoute;
  readonly judge: (given: Given) => Verdict;
  readonly limit?: (given: Given) => Limit | undefined;
  /** Ids of claims/documents, what starts it first. */
  readonly papers: readonly string[];
  /** Whoever applies, the usual one first. */
  readonly applies: readonly Applicant[];
  /** Parameters of law/ that say how long it takes. */
  readonly clock: readonly string[];
  /** Parameter of law/: of how many days of treatment it pays. */
  readonly period?: string;
  readonly stops: (facts: AdvanceFacts) => readonly Stop[];
  /** Parameters of law/ that it rests on, the main one first; each has source and mark. */
  readonly law: readonly string[];
}

export interface Finding {
  readonly route: AdvanceRoute;
  readonly verdict: Verdict;
  readonly limit?: Limit;
  readonly papers: readonly string[];
  readonly applies: readonly Applicant[];
  readonly clock: readonly LawAnswer[];
  readonly period?: LawAnswer;
  readonly stops: readonly Stop[];
  readonly rests: readonly LawAnswer[];
}
