import { yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import { fact } from '../ask.ts';
import type { Item } from './item.ts';

/** What the court or the parties fix; there is no table, so without a sum it is missing (law: item.mentalDistress). */
export const mentalDistress: Item<'mentalDistress'> = {
  name: 'mentalDistress',
  entries: ({ amount }) => [{ figure: yuan('amount', parseYuan(fact(amount, 'amount'))) }],
};
