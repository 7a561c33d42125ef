/** 三者保额: the commercial policy pays at most its limit. */
import { difference } from '../../figure.ts';
import type { Reason } from '../reason.ts';

export const policyLimit: Reason = {
  code: 'policyLimit',
  items: 'all',
  law: ['deduction.policyLimit'],
  basis: { share: 'yuan', limit: 'yuan' },
  proves: 'insurer',
  bearer: 'driver',
  alwaysPerson: false,
  changes: ['otherPolicies', 'holidayRider'],
  figure: ({ of }) => difference(of('share'), of('limit')),
};
