/** When a paper can be got: what is at hand now, what the hospital gives at the end, and what comes later. Pure. */
import { DOCUMENTS } from './rules/index.ts';
import type { CaseFacts, Group } from './types.ts';

export const PHASES = ['now', 'leaving', 'later'] as const;
export type Phase = (typeof PHASES)[number];

const LATER: ReadonlySet<Group> = new Set(['income', 'care', 'disability', 'dependants']);
/** Written once it is known what is claimed and to whom it is paid. */
const AT_THE_END: ReadonlySet<string> = new Set(['claimForm', 'bankCard', 'agreement', 'travelTickets']);
const groups = new Map(DOCUMENTS.map(({ id, group }) => [id, group] as const));

export function phaseOf(document: string, facts: CaseFacts): Phase {
  const group = groups.get(document);
  if (AT_THE_END.has(document) || (group !== undefined && LATER.has(group))) return 'later';
  // Whoever is in hospital gets them with the last bill.
  return group === 'treatment' && facts.inpatient === true ? 'leaving' : 'now';
}
