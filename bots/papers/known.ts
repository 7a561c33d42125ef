/** What report, registration and an earlier list tell before the questions about papers begin. */

import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { factsKnown, type Side } from '../../claims/documents/asking.ts';
import type { ListTold } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import { mayNoteInjuries, type Report } from '../../claims/report.ts';
import type { JsonObject } from '../../store/ports.ts';
import { consentsHere, reportedHere } from '../consented.ts';
import type { Scope } from '../scope.ts';
import type { Whose } from './whose.ts';

/** The params of the flow that asks for the rest. */
export function paramsOf(scope: Scope, own: Whose | undefined, told: ListTold | undefined, side: Side | undefined) {
  // Before anything was reported the list is of an accident of these days.
  const reported = own ? factsKnown(reportOf(own), own.facts.registered) : { accident: dayOf(scope), ...ORDINARY };
  const facts: CaseFacts = { ...reported, ...stillSo(told) };
  return {
    ...{ facts: facts as JsonObject, consent: hasConsent(scope, own) },
    ...(side && { side }),
    ...(own && { claim: own.id, version: told?.version ?? 0 }),
  };
}
/** Said with the sketch. */
const ORDINARY = { offRoad: false, policeHandled: true } as const satisfies CaseFacts;

export const reportOf = (own: Whose | undefined): Partial<Report> => (own?.facts.report ?? {}) as Partial<Report>;

/** What was said of this purpose counts; else whether injuries may be noted, of whoever was asked that. */
function hasConsent(scope: Scope, own: Whose | undefined): boolean {
  if (!own) return false;
  const said = consentsHere(scope, own.id).filter(({ purpose }) => purpose === 'papers');
  if (said.length > 0) return said.some(({ state }) => state === 'given');
  return reportedHere(scope, own.id) && mayNoteInjuries(reportOf(own));
}

/** What was so is so still; what was not may have changed. */
const stillSo = (told: ListTold | undefined): JsonObject =>
  Object.fromEntries(Object.entries(told?.facts ?? {}).filter(([, value]) => value !== false)) as JsonObject;

export const dayOf = ({ draft }: Pick<Scope, 'draft'>): string => nameOf(dayAt(draft.at));
