/** 私下承诺: what was promised without the insurer is assessed anew by the law. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const privatePromise: Reason = {
  code: 'privatePromise',
  items: 'all',
  law: ['deduction.privatePromise', 'deduction.privatePromise.compulsory', 'deduction.privatePromise.commercial'],
  basis: { promised: 'yuan', assessed: 'yuan', agreed: yesNo },
  // The insurer may assess anew (保险法解释（四） 19); what was lost is shown by papers.
  proves: 'claimant',
  bearer: 'driver',
  wholly: true,
  alwaysPerson: true,
  changes: ['insurersConsent', 'itemisedLoss'],
  figure: ({ of }) => difference(of('promised'), of('assessed')),
  doubt: ({ says }) => (says('agreed', 'yes') ? 'insurerAgreed' : undefined),
};
