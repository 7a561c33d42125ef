/** C. 商业险预付: what is beyond compulsory insurance, once it is clear enough who bears how much (保险法 25; how much and when the insurer decides). */
import { commercialLimit, isBeyond, isUsed } from '../limit.ts';
import type { Given, RouteRule, Verdict } from '../types.ts';
import { notThisRoute, onceKnown, unlessLacking } from '../verdict.ts';

function judge(given: Given): Verdict {
  const { commercial, recourse, fault, purpose } = given.facts;
  if (commercial === false) return notThisRoute('noCommercial');
  // The policy's exclusions are a person's to read; nothing is put forward on it beforehand.
  if (recourse === true) return notThisRoute('excluded');
  if (fault === 'none') return notThisRoute('notAtFault');
  if (isUsed(commercialLimit(given))) return notThisRoute('limitUsed');
  // Rescue fees within the limit come from compulsory insurance (民法典 1213: that one first).
  if (purpose === 'rescue' && isBeyond(given) === false) return notThisRoute('withinCompulsory');
  const papers = unlessLacking(given.facts, ['determination', 'expenseList']);
  return commercial === undefined ? onceKnown('commercial', papers) : papers;
}

export const commercial: RouteRule = {
  route: 'commercial',
  judge,
  limit: commercialLimit,
  papers: ['determination', 'diagnosis', 'expenseList', 'invoices'],
  applies: ['insured', 'injured'],
  clock: ['clock.commercial.advance'],
  stops: ({ fault }) => [
    ...(fault === undefined ? (['liabilityUnclear'] as const) : []),
    'insurerDecides',
    'policyWording',
    'excludedDrugs',
  ],
  law: ['clock.commercial.advance', 'practice.advance.prepay'],
};
