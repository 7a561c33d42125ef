import { type Figure, product, quotient, yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import { type AskVictim, figureOf } from '../ask.ts';
import { averageWage } from '../standards.ts';
import type { Item } from './item.ts';

/** Six months of the region's average wage, or the sum its courts published (law: item.funeral, funeral.months). */
export const funeral: Item<'funeral'> = {
  name: 'funeral',
  outcomes: ['death'],
  entries: ({ amount }, ask) => [{ figure: amount === undefined ? byWage(ask) : yuan('amount', parseYuan(amount)) }],
};

function byWage(ask: AskVictim): Figure {
  const published = ask.now.get('stats.funeral', ask.asker);
  if (ask.of.standards?.averageWage === undefined && published.status === 'value')
    return yuan('funeral', parseYuan(published.value), [published.source.id]);
  const months = figureOf(ask.then, 'funeral.months', ask.asker, 'months');
  const perYear = figureOf(ask.now, 'calendar.monthsPerYear', ask.asker, 'monthsPerYear');
  return product(quotient(averageWage(ask), perYear), months);
}
