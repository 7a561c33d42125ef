/** 绝对免赔率: a share the policyholder agreed to bear. Only what the policy in hand says. */
import { product } from '../../figure.ts';
import { must } from '../basis.ts';
import type { Reason } from '../reason.ts';

export const deductible: Reason = {
  code: 'deductible',
  items: 'all',
  law: [
    'deduction.policyLimit',
    'deduction.deductible.rider',
    'deduction.clause.explained',
    'deduction.clause.explained.rates',
  ],
  basis: { base: 'yuan', rate: 'share' },
  proves: 'insurer',
  bearer: 'driver',
  // What is insured is the share of whoever is liable (示范条款 35): it is in the amount already.
  sharedAlready: () => true,
  alwaysPerson: false,
  changes: ['notExplained', 'policyWording'],
  figure: ({ of, has, deductibleRate }) =>
    product(of('base'), has('rate') ? of('rate') : must(deductibleRate, 'deductibleRate')),
  doubt: ({ deductibleRate, has }) => (!has('rate') && deductibleRate?.value.n === 0n ? 'noDeductible' : undefined),
};
