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
  // What is insured is the share of whoever is liable (示范条款 35): it is in the amount already.
  sharedAlready: () => true,
  alwaysPerson: false,
  changes: ['otherPolicies', 'holidayRider'],
  figure: ({ of }) => difference(of('share'), of('limit')),
};
