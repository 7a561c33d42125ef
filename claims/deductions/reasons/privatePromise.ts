/** 私下承诺: what was promised without the insurer is assessed anew by the law. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const privatePromise: Reason = {
  code: 'privatePromise',
  items: 'all',
  law: ['deduction.privatePromise', 'deduction.privatePromise.compulsory', 'report.promiseToPay'],
  basis: { promised: 'yuan', assessed: 'yuan', agreed: yesNo },
  proves: 'insurer',
  bearer: 'driver',
  alwaysPerson: true,
  changes: ['insurersConsent', 'itemisedLoss'],
  figure: ({ of }) => difference(of('promised'), of('assessed')),
  doubt: ({ says }) => (says('agreed', 'yes') ? 'insurerAgreed' : undefined),
};
