/** The truth about a claim is its events; this folds them into what screens and answers need. */
import type { ClaimEvent, JsonObject } from '../store/ports.ts';

export interface PromiseMade {
  /** Of its event. */
  readonly id: string;
  /** When it was made. */
  readonly at: number;
  readonly what: string;
  /** ISO 8601 with offset. */
  readonly by: string;
  readonly who: string;
  /** Who has marked it kept, and when. */
  readonly kept?: { readonly who: string; readonly at: number };
}
export interface ClaimFacts {
  readonly number: string;
  readonly report: JsonObject;
  readonly details: JsonObject;
  readonly files: readonly string[];
  readonly promises: readonly PromiseMade[];
  readonly consents: readonly JsonObject[];
  readonly corrections: readonly JsonObject[];
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
        promises: [
          ...facts.promises,
          { id: event.id, at: event.at, what: String(data.what), by: String(data.by), who: String(data.who) },
        ],
      };
    case 'promiseKept':
      return { ...facts, promises: facts.promises.map((one) => (one.id === data.promise ? keptBy(one, event) : one)) };
    case 'consentGiven':
      return { ...facts, consents: [...facts.consents, data] };
  }
}

const keptBy = (promise: PromiseMade, { at, data }: ClaimEvent): PromiseMade => ({
  ...promise,
  kept: { who: String(data.who), at },
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
