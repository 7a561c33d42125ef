/** What the clocks of a claim need to know, and what they tell. */
import type { Day, LawAnswer } from '../../law/types.ts';
import type { Moment } from './days.ts';

/** What happened; each name is the day (or instant) on which it did. */
export type ClockEvent =
  // the accident and the police
  | 'accident'
  | 'policeCalled'
  | 'calledAfterLeaving'
  | 'policeTookCase'
  | 'sceneInvestigated'
  | 'simpleProcedure'
  | 'quickHandlingAsked'
  | 'examinationOrdered'
  | 'examinationResult'
  | 'examinationDelivered'
  | 'newExaminationAsked'
  | 'fled'
  | 'fugitiveFound'
  | 'determinationAskedUnsolved'
  | 'suspended'
  | 'suspensionEnded'
  | 'determinationMade'
  | 'determinationReceived'
  | 'reviewAsked'
  | 'reviewConcluded'
  | 'newDeterminationOrdered'
  | 'newDeterminationMade'
  /** The day on which police mediation begins (程序规定 90): burial done, treatment ended, or disability determined. */
  | 'mediationAsked'
  | 'mediationBegan'
  | 'mediationEnded'
  // the insurers
  | 'insuredKnew'
  | 'insurerTold'
  | 'procedureTold'
  | 'claimReceived'
  | 'documentListSent'
  | 'papersComplete'
  | 'compulsoryDecided'
  /** The first request with papers, complete or not (保险法解释二 15). */
  | 'firstRequest'
  | 'papersFoundWanting'
  | 'allWantingNamed'
  | 'commercialDecided'
  | 'foundNotCovered'
  | 'refusalSent'
  | 'partPaid'
  | 'agreed'
  | 'paid'
  // agreements, courts, recourse
  | 'mediatedAgreement'
  | 'confirmationAsked'
  | 'mistakeKnown'
  | 'unfairnessKnown'
  | 'setAsideAsked'
  | 'damage'
  | 'damageAndDebtorKnown'
  | 'injuredSued'
  | 'liabilityFixed'
  | 'insuredSued'
  | 'compulsoryPaidForRecourse'
  | 'recourseSued'
  | 'forensicCaseTaken'
  | 'forensicOpinion'
  // the rescue fund
  | 'fundAsked'
  | 'fundDecided'
  | 'fundPaid';

/** Why a clock stands still: papers are being completed (补正), limitation is suspended (时效中止). Police suspend by the events of that name. */
export interface Pause {
  readonly kind: 'papers' | 'limitation';
  readonly from: Moment;
  /** Absent: it lasts. */
  readonly to?: Moment;
}

/** A small value, filled from a claim's events or by hand. A day not known is simply not there. */
export interface ClockFacts {
  readonly events: Readonly<Partial<Record<ClockEvent, Moment>>>;
  readonly pauses?: readonly Pause[];
  /** 时效中断: asked, acknowledged or sued; the limitation of that clock runs anew from there (民法典 195). */
  readonly interruptions?: readonly { readonly clock: string; readonly on: Moment }[];
}

export type Who =
  | 'party'
  | 'allParties'
  | 'insured'
  | 'injured'
  | 'compulsoryInsurer'
  | 'commercialInsurer'
  | 'insurer'
  | 'police'
  | 'examiner'
  | 'fund';

/** What follows when the time is over. */
export type Missed =
  | 'responsibilityMayShift'
  | 'onlyWhatCannotBeDetermined'
  | 'noGroundForRefusal'
  | 'compensatesLoss'
  | 'complainToRegulator'
  | 'askSuperiorPolice'
  | 'notAccepted'
  | 'courtOrCommittee'
  | 'noConfirmation'
  | 'rightLapses'
  | 'defenceOfTime'
  | 'askTheExaminer'
  | 'askTheFund';

export interface ClockRule {
  readonly id: string;
  /** The parameter of law/ that holds length, source and mark. */
  readonly law: string;
  readonly starts: ClockEvent;
  readonly ends: ClockEvent;
  readonly who: Who;
  readonly missed: Missed;
  readonly pausedBy?: Pause['kind'] | 'police';
  /** 民法典 203 was read for civil periods only; police periods in calendar days end where they end. */
  readonly moves?: true;
  /** Another clock runs instead once this happened. */
  readonly unless?: readonly ClockEvent[];
  readonly interruptible?: true;
}

export type ClockState =
  | 'notStarted'
  | 'doesNotApply'
  /** The law says “at once” or “promptly”: there is no day to count to. */
  | 'atOnce'
  | 'green'
  | 'amber'
  | 'red'
  | 'paused'
  | 'met'
  | 'metLate'
  /** The days off of `unknownYear` are not published (or not entered): no day is guessed. */
  | 'unknownCalendar'
  /** No length is on file for the day on which it started; `law` names what is missing. */
  | 'missing';

export interface ClockReading {
  readonly clock: string;
  readonly state: ClockState;
  readonly who: Who;
  readonly starts: ClockEvent;
  readonly ends: ClockEvent;
  readonly startedOn: Day | null;
  /** The last day, or the instant (`…+08:00`) where hours are counted. With `unknownYear` set it may be a few days later. */
  readonly due: string | null;
  /** Below zero: over by so many. Working days are null where a year between is not published. */
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  readonly missed: Missed;
  /** Length, unit, source and mark, or what is missing. */
  readonly law: LawAnswer;
  readonly unknownYear: number | null;
}
