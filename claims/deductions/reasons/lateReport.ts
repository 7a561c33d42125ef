/** 未及时报案: only what cannot be determined because of the delay, and nothing if the insurer knew anyway. */
import { type Reason, yesNo } from '../reason.ts';

export const lateReport: Reason = {
  code: 'lateReport',
  items: 'all',
  law: ['report.late.consequence', 'report.late.insurerKnew'],
  basis: { undeterminable: 'yuan', insurerKnew: yesNo },
  proves: 'insurer',
  bearer: 'driver',
  alwaysPerson: true,
  changes: ['notDeliberate', 'otherEvidence', 'insurerKnewAnyway'],
  figure: ({ of }) => of('undeterminable'),
  doubt: ({ says }) => (says('insurerKnew', 'yes') ? 'insurerKnew' : undefined),
};
