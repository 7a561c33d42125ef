import { product, yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import { fact } from '../ask.ts';
import { yearsByAge } from '../regime.ts';
import { incomeFor } from '../standards.ts';
import type { Item } from './item.ts';

/** Yearly income × years by age (law: item.death, award.years). */
export const death: Item<'death'> = {
  name: 'death',
  outcomes: ['death'],
  entries: ({ amount }, ask) => {
    if (amount !== undefined) return [{ figure: yuan('amount', parseYuan(amount)) }];
    const years = yearsByAge(ask, 'award.years', fact(ask.victim.age, 'age'));
    return [{ figure: product(incomeFor(ask, ask.victim.residence), years) }];
  },
};
