/** 护理费: persons, days and rate. One person unless a doctor or an appraisal says more. */
import { difference, product } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const nursing: Reason = {
  code: 'nursing',
  items: ['nursing'],
  law: ['item.nursing', 'nursing.persons', 'practice.nursingDependence'],
  figures: { 'reason.nursing': { persons: { law: 'nursing.persons', part: 'value' } } },
  basis: { days: 'days', perDay: 'yuan', persons: 'persons', dependence: 'share', ordered: yesNo },
  proves: 'claimant',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['carerIncome', 'nursingOrder', 'periodAppraisal'],
  figure: ({ asked, of, has }) => {
    const factors = ['days', 'persons', 'dependence'].filter((name) => name === 'days' || has(name)).map(of);
    return difference(asked, product(of('perDay'), ...factors));
  },
  doubt: ({ says, accepted }) => (says('ordered', 'yes') && accepted.value.n === 0n ? 'ordered' : undefined),
};
