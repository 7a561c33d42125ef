/** The fourteen stages of a bodily-injury claim (facts §5), and what happens to them. Several injured persons move separately. */
import type { Moment } from '../clocks/days.ts';
import type { Pause } from '../clocks/types.ts';

export type StageId =
  | 'report'
  | 'survey'
  | 'firstVisit'
  | 'treatment'
  | 'advance'
  | 'determination'
  | 'treatmentEnded'
  | 'appraisal'
  | 'negotiation'
  | 'papers'
  | 'assessment'
  | 'approval'
  | 'payment'
  | 'closed';

/** Whose turn it is. `client` is the insured, the injured person or the family: whoever asks. */
export type Actor =
  | 'client'
  | 'hotline'
  | 'surveyor'
  | 'injuryAdjuster'
  | 'insurer'
  | 'police'
  | 'hospital'
  | 'appraiser'
  | 'parties'
  | 'papersDesk'
  | 'assessor'
  | 'approver'
  | 'cashier'
  | 'nobody';

/** What can hold a stage still: papers are being completed (补正), or the police have suspended the case (认定中止). */
export type Hold = Extract<Pause['kind'], 'papers'> | 'police';

export interface StageRule {
  readonly id: StageId;
  readonly actor: Actor;
  /** Its own line beside the others (垫付, 认定); absent: the one line on which each person stands in one place. */
  readonly beside?: true;
  /** Of the accident as a whole, not of one person. */
  readonly ofClaim?: true;
  /** Where a person may go from here; the first is the usual way. */
  readonly next: readonly StageId[];
  /** A stage beside the others begins only while the person is in one of these; absent: at any time. */
  readonly during?: readonly StageId[];
  readonly hold?: Hold;
  /** Ids of claims/clocks that run here. */
  readonly clocks: readonly string[];
  /** Parameters of law/ that say how long it usually takes: habits, to be set by each insurer; no time limits. */
  readonly usual: readonly string[];
}

/** What is recorded. A stage of the claim as a whole has no `person`. */
export type StageEvent =
  | { readonly type: 'joined'; readonly person: string; readonly at: Moment }
  | StageChange<'entered'>
  /** Only stages beside the others are left; on the one line a person goes on to the next. */
  | StageChange<'left'>
  | StageChange<'paused'>
  | StageChange<'resumed'>;

export interface StageChange<T extends string> {
  readonly type: T;
  readonly stage: StageId;
  readonly person?: string;
  readonly at: Moment;
}

/** In the order in which they were recorded; only `apply` adds to it. */
export type History = readonly StageEvent[];

export interface Refusal {
  readonly why:
    | 'notAMoment'
    | 'backInTime'
    | 'unknownStage'
    | 'unknownEvent'
    | 'unknownPerson'
    | 'alreadyHere'
    | 'wrongSubject'
    | 'notAllowed'
    | 'notOpen'
    | 'cannotPause'
    | 'paused'
    | 'notPaused'
    | 'stillOpen';
  /** What would have been possible, or what stands in the way. */
  readonly stages?: readonly StageId[];
  /** The last thing that is recorded, where time would go back. */
  readonly last?: Moment;
}

export type Applied =
  | { readonly status: 'applied'; readonly history: History }
  | ({ readonly status: 'refused' } & Refusal);

/** Where somebody (or the claim) stands. */
export interface Place {
  readonly stage: StageId;
  readonly person?: string;
  readonly since: Moment;
  readonly pausedSince?: Moment;
}
