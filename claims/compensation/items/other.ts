import { yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import type { Bearer, OtherLoss } from '../case.ts';
import type { Item } from './item.ts';

/** What else was asked for, as it was asked for: name, sum, first layer (law: item.other). */
export const other: Item<'other'> = {
  name: 'other',
  entries: (given) =>
    given.map((loss) => ({
      figure: yuan('amount', parseYuan(loss.amount)),
      name: loss.name,
      bearer: bearerOf(loss),
      limb: loss.limb,
      byRatio: loss.byRatio,
    })),
};

/** Who names a limb and no layer means the compulsory cover; who names neither, the commercial one. */
const bearerOf = ({ bearer, limb }: OtherLoss): Bearer => bearer ?? (limb ? 'compulsory' : 'commercial');
