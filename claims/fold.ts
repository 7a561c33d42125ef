/** The truth about a claim is its events; this folds them into what screens and answers need. */
import type { ClaimEvent, JsonObject } from '../store/ports.ts';
import { answered as advanceAnswered } from './advance/answer.ts';
import { type AdvanceWished, wished } from './advance/wish.ts';
import { assignedBy } from './assign.ts';
import { communicated } from './communications.ts';
import { withdrawn } from './consents.ts';
import { type Objected, objectedOf } from './deductions/objection.ts';
import { type Settlement, settled } from './deductions/settlement.ts';
import type { ListTold } from './documents/told.ts';
import type { Admission } from './identity/types.ts';
import { allKept, isFirstContact, type PromiseMade, promiseOf } from './promises.ts';
import { decided, type Proposal, proposalsAfter } from './proposals.ts';
import { type Advance, advanced, type Payment, paymentOf } from './recording/advances.ts';
import { filed } from './recording/filed.ts';
import { paperEventOf, stageEventOf } from './recording/shapes.ts';
import type {
  AdvanceData,
  Communication,
  Handler,
  Liability,
  PaperAsked,
  PaperData,
  PaperFiled,
  PaperOf,
  PaymentData,
  Registered,
  StageData,
} from './recording/types.ts';
import type { History } from './stages/types.ts';

export type { PromiseMade } from './promises.ts';

/** Who of the staff is to speak with whoever reported it. */
export interface Assigned {
  /** An account; null: nobody could take it. */
  readonly to: string | null;
  readonly name: string;
  readonly branch: string | null;
  readonly at: number;
  /** In which language it was reported, and when somebody was looked for first. */
  readonly lang: string;
  readonly since: number;
}
export interface ClaimFacts {
  readonly number: string;
  readonly report: JsonObject;
  readonly details: JsonObject;
  readonly files: readonly string[];
  readonly promises: readonly PromiseMade[];
  readonly consents: readonly JsonObject[];
  readonly corrections: readonly JsonObject[];
  readonly assigned?: Assigned;
  /** The claim as the insurer knows it. Absent in what was folded before there was such a thing, as are those below. */
  readonly registered?: Registered;
  readonly stages?: History;
  readonly papers?: readonly PaperOf[];
  readonly papersAsked?: readonly PaperAsked[];
  /** Lists of papers as they were told, version after version. */
  readonly lists?: readonly ListTold[];
  /** Which files were sent as which paper. */
  readonly filed?: readonly PaperFiled[];
  /** The last one counts. */
  readonly liability?: Liability;
  /** Of each injured person version after version. */
  readonly settlements?: readonly Settlement[];
  /** With what of a settlement somebody disagreed. */
  readonly objections?: readonly Objected[];
  /** Whom a colleague has let in, with what proof; without those that were taken back. */
  readonly admissions?: readonly Admission[];
  /** Money before the settlement, each as it stands. */
  readonly advances?: readonly Advance[];
  readonly payments?: readonly Payment[];
  /** What people here wished to be paid in advance, one for each injured person. */
  readonly wishes?: readonly AdvanceWished[];
  /** Who of the insurer handles the claim; the last one counts. */
  readonly handler?: Handler;
  /** Of each thing the last one that a second colleague is to release; for colleagues only. */
  readonly proposals?: readonly Proposal[];
  readonly communications?: readonly Communication[];
  /** When a person spoke with whoever reported it, first, and who that was. */
  readonly contacted?: { readonly at: number; readonly who: string };
}

const nothing: ClaimFacts = {
  number: '',
  report: {},
  details: {},
  files: [],
  promises: [],
  consents: [],
  corrections: [],
};

export const fold = (events: readonly ClaimEvent[], before: ClaimFacts = nothing): ClaimFacts =>
  events.reduce(apply, before);

function apply(facts: ClaimFacts, event: ClaimEvent): ClaimFacts {
  const { data } = event;
  switch (event.type) {
    case 'reported':
      return { ...facts, number: String(data.number), report: object(data.report) };
    case 'corrected':
      return corrected(facts, data);
    case 'fileAdded':
      return { ...facts, files: [...facts.files, String(data.file)] };
    case 'promiseMade':
      return {
        ...facts,
        promises: [...facts.promises, promiseOf(event)],
      };
    case 'promiseKept':
      return { ...facts, promises: allKept(facts, event, ({ id }) => id === data.promise) };
    case 'consentGiven':
      return { ...facts, consents: [...facts.consents, { at: event.at, ...data }] };
    case 'consentWithdrawn':
      return { ...facts, ...withdrawn(facts, event) };
    case 'assigned':
      return { ...facts, assigned: assignedBy(event, facts.assigned?.since ?? event.at) };
    case 'contacted':
      return {
        ...facts,
        contacted: facts.contacted ?? { at: event.at, who: String(data.who) },
        ...contactKept(facts, event),
      };
    default:
      return recorded(facts, event);
  }
}

/** What came after the report; `record` refused what cannot be. */
function recorded(facts: ClaimFacts, event: ClaimEvent): ClaimFacts {
  const { id, type, data } = event;
  switch (type) {
    case 'registered':
      return {
        ...facts,
        number: facts.number || String(data.report ?? data.number),
        registered: data as unknown as Registered,
      };
    case 'stageChanged':
      return { ...facts, stages: [...(facts.stages ?? []), stageEventOf(data as unknown as StageData)] };
    case 'paperChanged':
      return { ...facts, papers: [...(facts.papers ?? []), paperEventOf(data as unknown as PaperData)] };
    case 'paperAsked':
      return { ...facts, papersAsked: [...(facts.papersAsked ?? []), data as unknown as PaperAsked] };
    case 'papersTold':
      return { ...facts, lists: [...(facts.lists ?? []), data as unknown as ListTold] };
    case 'paperFiled':
      return filed(facts, data as unknown as PaperFiled);
    case 'liabilityDetermined':
      return { ...facts, liability: data as unknown as Liability };
    case 'settled':
      return settled(decided(facts, 'settlement', data), data);
    case 'objected':
      return { ...facts, objections: [...(facts.objections ?? []), objectedOf(event)] };
    case 'admitted':
      return { ...facts, admissions: [...(facts.admissions ?? []), { ...(data as unknown as Admission), id }] };
    case 'admissionWithdrawn':
      return { ...facts, admissions: (facts.admissions ?? []).filter((one) => one.id !== data.admission) };
    case 'advanceChanged':
      return {
        ...decided(facts, 'advance', data),
        advances: advanced(facts.advances ?? [], data as unknown as AdvanceData),
        ...advanceAnswered(facts, event),
      };
    case 'advanceWished':
      return { ...facts, wishes: wished(facts.wishes ?? [], data, event) };
    case 'paid':
      return { ...facts, payments: [...(facts.payments ?? []), paymentOf(data as unknown as PaymentData)] };
    case 'handlerAssigned':
      return { ...facts, handler: data as unknown as Handler };
    case 'proposed':
    case 'proposalClosed':
      return { ...facts, proposals: proposalsAfter(facts.proposals ?? [], event) };
    case 'communicated':
      return communicated(facts, event);
    // Written by a newer version.
    default:
      return facts;
  }
}

/** The promised first contact has been made. */
const contactKept = (facts: ClaimFacts, event: ClaimEvent): Pick<ClaimFacts, 'promises'> => ({
  promises: allKept(facts, event, isFirstContact),
});

/** `data.part` names what is corrected or added: the report itself, or the details given after it. */
function corrected(facts: ClaimFacts, data: JsonObject): ClaimFacts {
  const changes = object(data.changes);
  const corrections = [...facts.corrections, data];
  return data.part === 'details'
    ? { ...facts, corrections, details: { ...facts.details, ...changes } }
    : { ...facts, corrections, report: { ...facts.report, ...changes } };
}

const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
