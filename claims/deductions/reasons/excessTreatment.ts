/** 挂床、过度住院: days in hospital without treatment, by temperature chart and orders. */
import { product } from '../../figure.ts';
import type { Reason } from '../reason.ts';

export const excessTreatment: Reason = {
  code: 'excessTreatment',
  items: ['medical', 'hospitalMeals', 'nursing', 'nutrition', 'lostIncome'],
  law: ['item.medical', 'item.hospitalMeals'],
  basis: { days: 'days', perDay: 'yuan' },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: true,
  changes: ['hospitalRecord', 'doctorsReason'],
  figure: ({ of }) => product(of('perDay'), of('days')),
};
