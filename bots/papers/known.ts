/** What report, registration and an earlier list tell before the questions about papers begin. */

import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { factsKnown, type Side } from '../../claims/documents/asking.ts';
import type { ListTold } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import { mayNoteInjuries, type Report } from '../../claims/report.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';
import type { Whose } from './whose.ts';

/** The params of the flow that asks for the rest. */
export function paramsOf(scope: Scope, own: Whose | undefined, told: ListTold | undefined, side: Side | undefined) {
  // Before anything was reported the list is of an accident of these days.
  const reported = own ? factsKnown(reportOf(own), own.facts.registered) : { accident: dayOf(scope), ...ORDINARY };
  const facts: CaseFacts = { ...reported, ...stillSo(told) };
  return {
    ...{ facts: facts as JsonObject, consent: hasConsent(own) },
    ...(side && { side }),
    ...(own && { claim: own.id, version: told?.version ?? 0 }),
  };
}
/** Said with the sketch. */
const ORDINARY = { offRoad: false, policeHandled: true } as const satisfies CaseFacts;

export const reportOf = (own: Whose | undefined): Partial<Report> => (own?.facts.report ?? {}) as Partial<Report>;

const hasConsent = (own: Whose | undefined): boolean =>
  mayNoteInjuries(reportOf(own)) || own?.facts.consents.some(isForPapers) === true;
const isForPapers = ({ purpose, given }: JsonObject): boolean => purpose === 'papers' && given === true;

/** What was so is so still; what was not may have changed. */
const stillSo = (told: ListTold | undefined): JsonObject =>
  Object.fromEntries(Object.entries(told?.facts ?? {}).filter(([, value]) => value !== false)) as JsonObject;

export const dayOf = ({ draft }: Pick<Scope, 'draft'>): string => nameOf(dayAt(draft.at));
