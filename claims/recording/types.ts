/** What is recorded of a claim after the report, by the insurer's claim system or a colleague. Shapes: events.schema.json. */
import type { Day } from '../../law/types.ts';
import type { JsonObject, RecordedType } from '../../store/ports.ts';
import type { Moment } from '../clocks/days.ts';
import type { AskedAgain, NotNeeded, PaperEvent, Unreadable } from '../documents/state.ts';
import type { Refusal, StageEvent, StageId } from '../stages/types.ts';

export type PartyRole = 'insured' | 'driver' | 'injured' | 'heir' | 'agent';
export interface Party {
  readonly id: string;
  readonly role: PartyRole;
  readonly name: string;
  readonly phone?: string;
  /** The last four signs of the ID number: they tell one person from another, and prove nothing. */
  readonly idEnding?: string;
  /** Whose heir or agent. */
  readonly of?: string;
}
export interface PolicyKnown {
  readonly number: string;
  readonly kind: 'compulsory' | 'commercial';
  readonly plate?: string;
  /** Yuan, two decimals. */
  readonly limit?: string;
  readonly from?: Day;
  readonly until?: Day;
}
/** The claim as the insurer knows it. */
export interface Registration {
  /** The number of the report that was made here; absent: nobody reported it here. */
  readonly report?: string;
  readonly accident?: { readonly on: Day; readonly place?: string };
  readonly parties: readonly Party[];
  readonly policies: readonly PolicyKnown[];
}
/** With the insurer's own number. */
export type Registered = Registration & { readonly number: string };

/** Absent person: of the insured, or of everybody. */
export type PaperOf = PaperEvent & { readonly person?: string };
export interface PaperAsked {
  readonly document: string;
  readonly person?: string;
  readonly who: string;
  readonly why: string;
  readonly at: Moment;
}
/** Pages that the person sent, and which paper they are. */
export interface PaperFiled {
  readonly document: string;
  readonly person?: string;
  readonly files: readonly string[];
  readonly at: Moment;
}
export type FaultShare = 'full' | 'primary' | 'equal' | 'secondary' | 'none';
export interface Liability {
  readonly by: 'police' | 'parties' | 'court';
  readonly made: Day;
  /** When it was handed over; the three working days of a review run from it. */
  readonly delivered?: Day;
  readonly reference?: string;
  readonly shares: readonly { readonly party: string; readonly share: FaultShare }[];
}

/** Which way money comes before the settlement: of compulsory insurance (with or without recourse), of commercial insurance, or of others. */
export type AdvanceRoute =
  | 'compulsory'
  | 'compulsoryRecourse'
  | 'commercial'
  | 'rescueFund'
  | 'medicalInsurance'
  | 'courtOrder';
export type AdvanceChange = 'requested' | 'papersMissing' | 'approved' | 'refused' | 'paid';
/** As it comes in; each event says the whole. */
export interface AdvanceData {
  readonly advance: string;
  readonly change: AdvanceChange;
  readonly person: string;
  readonly route: AdvanceRoute;
  readonly at: Moment;
  /** Yuan, two decimals: what was approved, or what was paid of it. */
  readonly amount?: string;
  /** What is missing, or what would have to come so that it is looked at again. */
  readonly documents?: readonly string[];
  readonly why?: string;
  /** What was paid goes to it, never to the person. */
  readonly hospital?: string;
}
export interface PaymentData {
  readonly to: { readonly party: string } | { readonly hospital: string };
  readonly amount: string;
  readonly at: Moment;
  /** Of the bank; shown masked. */
  readonly reference: string;
  /** The last digits of the account it went to. */
  readonly account?: string;
  readonly for:
    | { readonly settlement: { readonly victim: string; readonly version: number } }
    | { readonly advance: string };
}
/** Who handles the claim, and how to reach them. */
export interface Handler {
  readonly name: string;
  readonly phone: string;
  /** 0 = Sunday; China time. */
  readonly hours: { readonly days: readonly number[]; readonly opens: string; readonly closes: string };
  readonly at: Moment;
}

/** The six of an adjuster: she speaks with the client, the injured, the doctor, guides, explains, and tells her superior. */
export type CommunicationKind = 'firstContact' | 'visit' | 'doctor' | 'guidance' | 'review' | 'escalation';
export interface Communication {
  readonly kind: CommunicationKind;
  readonly who: string;
  readonly at: Moment;
  readonly note?: string;
  readonly person?: string;
  /** The day by which the next of this kind is due. */
  readonly next?: Day;
}

/** What comes in, named as the insurer names it: `{type, …}`. */
export interface Recording {
  readonly type: RecordingName;
  readonly data: JsonObject;
}
export type RecordingName =
  | 'stage'
  | 'paper'
  | 'paperRequest'
  | 'promise'
  | 'promiseKept'
  | 'liability'
  | 'settlement'
  | MoneyName
  | 'assignment'
  | 'communication';
export type MoneyName = 'advance' | 'payment';
export type StoredType = RecordedType | 'promiseMade' | 'promiseKept';

export type Why =
  | Refusal['why']
  | 'inFuture'
  | 'unknownParty'
  | 'notInjured'
  | 'unknownDocument'
  | 'alreadyOver'
  | 'tooFar'
  | 'partyGone'
  | 'unknownPromise'
  | 'otherClaim'
  | 'otherVersion'
  | 'doesNotAddUp'
  | 'otherPerson'
  | 'otherRoute'
  | 'notApproved'
  | 'notSettled'
  | 'moreThanApproved'
  | 'moreThanLimit'
  | 'moreThanSettled'
  | 'nothing';

/** Why it cannot be, and in which field. */
export interface Refused {
  readonly pointer: string;
  readonly why: Why;
  /** What would have been possible, or what stands in the way. */
  readonly stages?: readonly StageId[];
  readonly last?: Moment;
  /** In words, where the reason has any. */
  readonly detail?: string;
}

/** A stage event as it comes in: `change` says what happened, since `type` says what kind of event it is. */
export type StageData = { readonly change: StageEvent['type']; readonly stage?: StageId; readonly person?: string } & {
  readonly at: Moment;
};
export type PaperData = {
  readonly change: PaperEvent['type'];
  readonly document: string;
  readonly person?: string;
  readonly who?: string;
  readonly why?: Unreadable | NotNeeded | AskedAgain;
  readonly at: Moment;
};
