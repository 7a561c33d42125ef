import { type Figure, leaf, product, yuan } from '../../figure.ts';
import { parseRatio, parseYuan, ratio } from '../../money.ts';
import { type AskVictim, fact, known, writtenOf } from '../ask.ts';
import type { Disability } from '../case.ts';
import { yearsByAge } from '../regime.ts';
import { incomeFor } from '../standards.ts';
import type { Item } from './item.ts';

/** Yearly income × years by age × coefficient of the grade (law: item.disability, award.years, disability.coefficients). */
export const disability: Item<'disability'> = {
  name: 'disability',
  outcomes: ['disability'],
  entries: (given, ask) => [{ figure: figure(given, ask) }],
};

function figure(given: Disability, ask: AskVictim): Figure {
  if (given.amount !== undefined) return yuan('amount', parseYuan(given.amount));
  const coefficient = coefficientOf(given, ask);
  const years = yearsByAge(ask, 'award.years', fact(ask.victim.age, 'age'));
  return product(incomeFor(ask, ask.victim.residence), years, coefficient);
}

/**
 * One grade by the table. How several are put together differs by court (practice.severalGrades): by the worst alone where
 * the insurer has settled on that, else it is asked, not guessed.
 */
export function coefficientOf({ grades, coefficient }: Disability, ask: AskVictim): Figure {
  if (coefficient !== undefined) return leaf('share', 'coefficient', parseRatio(coefficient));
  const all = fact(grades, 'grades');
  const worst = all.length > 1 && writtenOf(ask.now, 'practice.severalGrades', ask.asker) === 'worstOnly';
  if (all.length > 1 && !worst) fact(undefined, 'coefficient');
  if (worst) ask.note('estimate.assumption.worstGrade', { grade: Math.min(...all) });
  const table = known(ask.now, 'disability.coefficients', ask.asker);
  const percent = fact(table.value.split(' ')[Math.min(...all) - 1], 'grades');
  return leaf('share', 'coefficient', ratio(BigInt(percent), 100n), [table.source.id]);
}
