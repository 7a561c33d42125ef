/** The truth about a claim is its events; this folds them into what screens and answers need. */
import type { ClaimEvent, JsonObject } from '../store/ports.ts';
import type { Settlement } from './deductions/settlement.ts';
import type { Admission } from './identity/types.ts';
import { paperEventOf, stageEventOf } from './recording/shapes.ts';
import type { Liability, PaperAsked, PaperData, PaperOf, Registered, StageData } from './recording/types.ts';
import type { History } from './stages/types.ts';

export interface PromiseMade {
  /** Of its event. */
  readonly id: string;
  /** When it was made. */
  readonly at: number;
  readonly what: string;
  /** ISO 8601 with offset. */
  readonly by: string;
  readonly who: string;
  /** When its time began to run, where that is not when it was made. */
  readonly from?: string;
  /** The party of the claim that it was made to; absent: whoever reported it. */
  readonly to?: string;
  /** Who has marked it kept, and when. */
  readonly kept?: { readonly who: string; readonly at: number };
}
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
  /** The last one counts. */
  readonly liability?: Liability;
  /** Of each injured person version after version. */
  readonly settlements?: readonly Settlement[];
  /** Whom a colleague has let in, with what proof; without those that were taken back. */
  readonly admissions?: readonly Admission[];
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
      return { ...facts, promises: facts.promises.map((one) => (one.id === data.promise ? keptBy(one, event) : one)) };
    case 'consentGiven':
      return { ...facts, consents: [...facts.consents, { at: event.at, ...data }] };
    case 'consentWithdrawn':
      return withdrawn(facts, event);
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
function recorded(facts: ClaimFacts, { id, type, data }: ClaimEvent): ClaimFacts {
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
    case 'liabilityDetermined':
      return { ...facts, liability: data as unknown as Liability };
    case 'settled':
      return { ...facts, settlements: [...(facts.settlements ?? []), data.settlement as unknown as Settlement] };
    case 'admitted':
      return { ...facts, admissions: [...(facts.admissions ?? []), { ...(data as unknown as Admission), id }] };
    case 'admissionWithdrawn':
      return { ...facts, admissions: (facts.admissions ?? []).filter((one) => one.id !== data.admission) };
    // Written by a newer version.
    default:
      return facts;
  }
}

/** From now on it is as if it had been refused: what was recorded stays, and nothing is added to it. */
function withdrawn({ consents, report, ...facts }: ClaimFacts, { at, data }: ClaimEvent): ClaimFacts {
  const { purpose = '' } = data;
  const refused =
    purpose === 'injuries' ? { medicalConsent: false } : purpose === 'minor' ? { minorConsent: false } : {};
  return {
    ...{ ...facts, report: { ...report, ...refused } },
    consents: [...consents, { purpose, given: false, withdrawn: true, at }],
  };
}

const promiseOf = ({ id, at, data: { what, by, who, from, to } }: ClaimEvent): PromiseMade => ({
  ...{ id, at, what: String(what), by: String(by), who: String(who) },
  ...(from === undefined ? {} : { from: String(from) }),
  ...(to === undefined ? {} : { to: String(to) }),
});

const assignedBy = ({ at, data }: ClaimEvent, since: number): Assigned => ({
  ...{ to: textOr(data.to), name: String(data.name), branch: textOr(data.branch), at, since },
  lang: String(data.lang),
});

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const keptBy = (promise: PromiseMade, { at, data }: ClaimEvent): PromiseMade => ({
  ...promise,
  kept: { who: String(data.who), at },
});

/** The promised first contact has been made. */
const contactKept = ({ promises }: ClaimFacts, event: ClaimEvent): Pick<ClaimFacts, 'promises'> => ({
  promises: promises.map((one) => (one.what === 'firstContact' && !one.kept ? keptBy(one, event) : one)),
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
