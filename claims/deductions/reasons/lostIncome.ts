/** 误工费: days and rate by what is proved. Past retirement age counts, with proof (from 2026-06-30 by the second interpretation). */
import { difference, product } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const lostIncome: Reason = {
  code: 'lostIncome',
  items: ['lostIncome'],
  law: ['item.lostIncome', 'lostIncome.pastRetirement', 'deduction.lostIncome.periods'],
  basis: { days: 'days', perDay: 'yuan', because: ['proof', 'days', 'age'], proved: yesNo },
  proves: 'claimant',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['payslips', 'industryAverage', 'periodAppraisal', 'untilGrading'],
  figure: ({ asked, of }) => difference(asked, product(of('perDay'), of('days'))),
  doubt: ({ says, now }) => {
    const rule = now.get('lostIncome.pastRetirement', 'claims/deductions');
    const courts = rule.status === 'value' && rule.value === 'withProof';
    return courts && says('because', 'age') && says('proved', 'yes') ? 'ageAlone' : undefined;
  },
};
