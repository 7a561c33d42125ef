/** 鉴定费、诉讼费: the court says who bears the court fee; from 2026-06-30 a clause alone is no defence. */
import type { Reason } from '../reason.ts';

export const fees: Reason = {
  code: 'fees',
  items: ['appraisal', 'other'],
  law: [
    'courtFee.insurer',
    'practice.courtFee',
    'practice.appraisalFee',
    'deduction.fees.compulsory',
    'deduction.fees.litigation',
  ],
  figures: { 'doubt.clauseAlone': { from: { law: 'courtFee.insurer', part: 'from' } } },
  basis: { kind: ['courtFee', 'appraisalFee', 'lawyerFee'], because: ['clause', 'court', 'agreement'] },
  proves: 'insurer',
  bearer: 'court',
  alwaysPerson: true,
  changes: ['courtDecides', 'necessaryCost'],
  doubt: ({ says, now }) => {
    const ruled = now.get('courtFee.insurer', 'claims/deductions').status === 'value';
    return ruled && says('kind', 'courtFee') && says('because', 'clause') ? 'clauseAlone' : undefined;
  },
};
