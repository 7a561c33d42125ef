/** Facts in, list of papers out. Pure: the law and the day are given. */
import type { Day, Law, LawAnswer } from '../../law/types.ts';
import { DOCUMENTS } from './rules/index.ts';
import {
  type CaseFacts,
  CHOICES,
  type Checklist,
  type ChecklistItem,
  type DocumentRule,
  type FactName,
  YES_NO,
} from './types.ts';

/** The order in which lacking facts are asked for. */
export const FACTS: readonly FactName[] = [
  'accident',
  ...YES_NO,
  ...(Object.keys(CHOICES) as (keyof typeof CHOICES)[]),
];

/**
 * For one side it names its own papers and asks for its own facts only: the injured person is not asked for the
 * insured's, nor the other way round. Throws `RangeError` on a day that is none.
 */
export function checklist(facts: CaseFacts, at: Day, law: Law, side?: 'insured' | 'injured'): Checklist {
  const given = { facts, law, at };
  const rules = DOCUMENTS.filter(({ brings }) => side === undefined || brings === 'either' || brings === side);
  const judged = rules.map((rule) => ({ rule, truth: rule.when(given) }));
  const items = judged.flatMap(({ rule, truth }): ChecklistItem[] => {
    if (truth === false) return [];
    const dependsOn = truth === true ? [] : truth;
    const need = truth === true ? 'needed' : 'depends';
    return [{ document: rule.id, need, dependsOn, rule, rests: rests(rule, facts, at, law) }];
  });
  // One fact may make the next superfluous: only the first that each paper waits for is asked.
  const wanted = new Set(items.flatMap(({ dependsOn }) => dependsOn.slice(0, 1)));
  return {
    at,
    items,
    ask: FACTS.filter((fact) => wanted.has(fact)),
    notNeeded: judged.filter(({ truth }) => truth === false).map(({ rule }) => rule.id),
  };
}

/** What is measured by the day of the accident; everything else by the day on which it is asked for. */
const byAccident = (id: string): boolean => id.startsWith('item.') || id.startsWith('standard.');

function rests(rule: DocumentRule, { accident = '' }: CaseFacts, at: Day, law: Law): LawAnswer[] {
  const ids = rule.copy === 'original' ? [...rule.law, 'document.originals'] : rule.law;
  const dayOf = (id: string): Day => (byAccident(id) && accident ? accident : at);
  return ids.map((id) => law.at(dayOf(id)).get(id, `claims/documents/${rule.id}`));
}
