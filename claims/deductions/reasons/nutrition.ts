/** 营养费: a daily rate for the days a doctor or an appraisal gives. */
import { difference, product } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const nutrition: Reason = {
  code: 'nutrition',
  items: ['nutrition'],
  law: ['item.nutrition', 'practice.nutritionPerDay'],
  basis: { days: 'days', perDay: 'yuan', ordered: yesNo },
  proves: 'claimant',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['nutritionOrder', 'periodAppraisal'],
  figure: ({ asked, of }) => difference(asked, product(of('perDay'), of('days'))),
  doubt: ({ says, accepted }) => (says('ordered', 'yes') && accepted.value.n === 0n ? 'ordered' : undefined),
};
