import { yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import { fact } from '../ask.ts';
import type { Dependant, Sum } from '../case.ts';
import { supported } from '../support.ts';
import type { Entry, Item, Unpaid } from './item.ts';

/** Support of dependants, each a line; year by year their sum stays under one year's consumption (law: item.dependants). */
export const dependants: Item<'dependants'> = {
  name: 'dependants',
  outcomes: ['disability', 'death'],
  entries: (given, ask): readonly (Entry | Unpaid)[] => (isSum(given) ? sum(given) : supported(given, ask)),
};

const isSum = (given: readonly Dependant[] | Sum): given is Sum => !Array.isArray(given);
const sum = ({ amount }: Sum): Entry[] => [{ figure: yuan('amount', parseYuan(fact(amount, 'amount'))) }];
