/** 重新鉴定: the grade is disputed and a new appraisal is under way; the item waits, it is not refused. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const reappraisal: Reason = {
  code: 'reappraisal',
  items: ['disability', 'dependants', 'mentalDistress', 'nursing', 'lostIncome', 'nutrition', 'followUp'],
  law: ['deduction.reappraisal', 'deduction.reappraisal.byCourt'],
  basis: { orderedBy: ['oneParty', 'together', 'court'], defect: yesNo },
  proves: 'insurer',
  bearer: 'nobody',
  alwaysPerson: true,
  changes: ['appraisalResult', 'undisputedFirst'],
  figure: ({ asked, accepted }) => difference(asked, accepted),
  doubt: ({ says }) => (says('orderedBy', 'court') && says('defect', 'no') ? 'courtAppraisalStands' : undefined),
};
