/** When a paper that proves income is needed: the coach of the occupation names it. */
import { every, is, not, oneOf } from '../conditions.ts';
import { CHOICES, type Condition } from '../types.ts';
import { COACHES } from './index.ts';

/** Papers that only stand in for others (`instead`) are never on the list by themselves. */
export function provesIncome(document: string): Condition {
  const trades = CHOICES.occupation.filter((one) =>
    COACHES.some(({ occupation, income }) => occupation === one && income.includes(document)),
  );
  if (trades.length === 0) return () => false;
  return every(is('lostIncome'), oneOf('occupation', ...trades), not(is('minor')));
}
