/** 与事故无关: treatment of something the accident did not cause. Who doubts the need must show it. */
import { difference } from '../../figure.ts';
import { type Reason, TREATMENT } from '../reason.ts';

export const unrelatedTreatment: Reason = {
  code: 'unrelatedTreatment',
  items: TREATMENT,
  law: ['item.medical'],
  basis: { charged: 'yuan', related: 'yuan' },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['doctorsReason', 'causalityAppraisal'],
  figure: ({ of }) => difference(of('charged'), of('related')),
};
