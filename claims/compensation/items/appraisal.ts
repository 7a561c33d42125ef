import { yuan } from '../../figure.ts';
import { parseYuan } from '../../money.ts';
import { codeOf, fact } from '../ask.ts';
import type { Bearer } from '../case.ts';
import type { Item } from './item.ts';

/** The appraisal's fee; which layer takes it first is the court's, else practice (law: item.appraisal). */
export const appraisal: Item<'appraisal'> = {
  name: 'appraisal',
  entries: ({ amount, bearer }, ask) => {
    const figure = yuan('amount', parseYuan(fact(amount, 'amount')));
    return [{ figure, bearer: bearer ?? usual(codeOf(ask.now, 'practice.appraisalFee', ask.asker)) }];
  },
};
const usual = (code: string): Bearer => (code === 'compulsory' || code === 'tortfeasor' ? code : 'commercial');
