import { type AskVictim, fact, notDue, writtenOf } from '../ask.ts';
import { listOf, type Part } from '../case.ts';
import { partsFigure } from '../parts.ts';
import type { Item } from './item.ts';

/**
 * Earnings lost (law: item.lostIncome): what a fixed income has shrunk by, else the mean of the last three years, else
 * the wage of the trade in the region; up to the day before the determination of disability.
 */
export const lostIncome: Item<'lostIncome'> = {
  name: 'lostIncome',
  entries: (given, ask) => {
    for (const part of listOf<Part>(given)) if (part.pastRetirement) retired(part, ask);
    if (listOf<Part>(given).every((part) => part.pastRetirement === undefined)) mayBeRetired(ask);
    return [{ figure: partsFigure(ask, given, 'stats.wage.industryPerDay') }];
  },
};

/** Past retirement age it takes proof of work and loss; before the second interpretation courts differed. */
function retired({ proved }: Part, ask: AskVictim): void {
  if (!fact(proved, 'proofOfIncome')) notDue('estimate.notDue.retired');
  if (writtenOf(ask.now, 'lostIncome.pastRetirement', ask.asker) === 'courtsDiffer')
    ask.note('estimate.assumption.retiredBefore');
}

/** Nothing was said of it, and the person is of an age at which it is asked: told, not decided. */
function mayBeRetired({ victim, ...ask }: AskVictim): void {
  const from = writtenOf(ask.now, 'lostIncome.retirementAge', ask.asker);
  if (from !== undefined && victim.age !== undefined && victim.age >= Number(from))
    ask.note('estimate.assumption.mayBeRetired', { victim: victim.id, age: victim.age });
}
