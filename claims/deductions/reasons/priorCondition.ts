/** 伤病参与度: an old illness took part in the harm. A constitution (age, brittle bones) is no reason; an illness needs an appraisal and a person. */
import { difference, leaf, product } from '../../figure.ts';
import { one } from '../../money.ts';
import { PERSONAL, type Reason } from '../reason.ts';

export const priorCondition: Reason = {
  code: 'priorCondition',
  items: PERSONAL,
  law: ['deduction.priorCondition.constitution', 'deduction.priorCondition.illness', 'practice.oldIllness'],
  basis: { base: 'yuan', participation: 'share', cause: ['illness', 'constitution'] },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: true,
  changes: ['newAppraisal', 'guidingCase'],
  figure: ({ of }) => product(of('base'), difference(leaf('share', 'whole', one), of('participation'))),
  doubt: ({ says, has }) => {
    if (says('cause', 'constitution')) return 'constitution';
    return has('cause') ? undefined : 'causeUnknown';
  },
};
