/** The 误工 coach: an occupation in, what proves income and days out, with what the rule falls back to. Pure. */
import type { LawAnswer, LawView } from '../../../law/types.ts';
import type { Occupation } from '../types.ts';
import { COACHES } from './index.ts';
import type { CoachRule, Fallback } from './types.ts';

export interface Advice extends Omit<CoachRule, 'fallback' | 'tells'> {
  readonly fallback: readonly { readonly to: Fallback; readonly law: LawAnswer }[];
  /** A rule that changed with time, as it stands on the day asked about. */
  readonly tells?: LawAnswer;
  /** The rule itself, and that courts differ. */
  readonly rests: readonly LawAnswer[];
}

const ASKER = 'claims/documents/lostIncome';
/** Where each step stands in law/. */
export const LAW: Readonly<Record<Fallback, string>> = {
  threeYearAverage: 'lostIncome.noFixedIncome',
  industryAverage: 'lostIncome.noProof',
  localCarer: 'nursing.noIncome',
  nothing: 'practice.lostIncome',
};

export function coachRuleOf(occupation: Occupation): CoachRule {
  const rule = COACHES.find((one) => one.occupation === occupation);
  if (!rule) throw new RangeError(`There is no coach for “${occupation}”: add it to claims/documents/lostIncome.`);
  return rule;
}

/** The law of the day on which it is negotiated or tried. */
export function coach(occupation: Occupation, now: LawView): Advice {
  const { item, fallback, tells, differs, ...papers } = coachRuleOf(occupation);
  const ask = (id: string): LawAnswer => now.get(id, ASKER);
  return {
    ...papers,
    item,
    differs,
    fallback: fallback.map((to) => ({ to, law: ask(LAW[to]) })),
    ...(tells !== undefined && { tells: ask(tells) }),
    rests: [ask(`item.${item}`), ...(differs.length > 0 ? [ask('practice.lostIncome')] : [])],
  };
}
