/** 好意同乘: carried free in a car that does not carry for pay, the driver's side answers for less; not after intent or gross negligence. */
import { product } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const gratuitousRide: Reason = {
  code: 'gratuitousRide',
  items: 'all',
  law: ['apportion.gratuitous', 'deduction.gratuitousRide.grossFault'],
  basis: { base: 'yuan', reduction: 'share', forPay: yesNo, grossNegligence: ['yes', 'no', 'byDetermination'] },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['paidRide', 'grossNegligence'],
  figure: ({ of }) => product(of('base'), of('reduction')),
  doubt: ({ says }) =>
    says('forPay', 'yes') ? 'forPay' : says('grossNegligence', 'yes') ? 'grossNegligence' : undefined,
};
