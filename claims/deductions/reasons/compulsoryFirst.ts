/** 交强险先赔: commercial insurance pays only beyond the compulsory limits, also where the vehicle has no compulsory insurance. */
import { least } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const compulsoryFirst: Reason = {
  code: 'compulsoryFirst',
  items: 'all',
  law: ['deduction.compulsoryFirst', 'deduction.compulsoryFirst.uninsured', 'deduction.compulsoryFirst.duty'],
  basis: { loss: 'yuan', limb: ['medical', 'deathDisability', 'property'], atFault: yesNo, insured: yesNo },
  proves: 'nobody',
  bearer: 'driver',
  // 侵权责任编解释（一） 21: inside the limit the share of fault plays no part.
  wholly: true,
  alwaysPerson: false,
  changes: ['compulsoryPolicy', 'rescueFund'],
  also: ({ noFault }) => (noFault ? 'noFault' : undefined),
  figure: ({ of, limit }) => least(of('loss'), limit()),
  // With a policy the compulsory insurer pays that part: it is no deduction from what the person gets.
  doubt: ({ says }) => (says('insured', 'yes') ? 'compulsoryPays' : undefined),
};
