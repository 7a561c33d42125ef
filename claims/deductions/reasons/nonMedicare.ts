/** 非医保: treatment above the standard of basic medical insurance. Only what lies above the standard for the same kind of cost, item by item, and only if the insurer proves it. */
import { difference, product } from '../../figure.ts';
import { isZero } from '../../money.ts';
import { type Reason, yesNo } from '../reason.ts';

export const nonMedicare: Reason = {
  code: 'nonMedicare',
  // The clause speaks of costs of treatment; an artificial limb is none.
  items: ['medical', 'followUp'],
  law: [
    'deduction.nonMedicare.standard',
    'deduction.nonMedicare.compulsory',
    'commercial.usuallyNotCovered',
    'deduction.clause.explained',
    'practice.nonMedicare',
  ],
  basis: { billed: 'yuan', standard: 'yuan', share: 'share', rider: yesNo },
  proves: 'insurer',
  bearer: 'driver',
  sharedAlready: ({ has }) => has('share'),
  alwaysPerson: false,
  changes: ['itemisedList', 'substitute', 'rider', 'notExplained'],
  // The share of fault, where only that part of the excess is the driver's.
  figure: ({ of, has }) => {
    const above = difference(of('billed'), of('standard'));
    return has('share') ? product(above, of('share')) : above;
  },
  // That nothing comparable is listed proves no standard of zero (保险法解释三 19: the insurer proves what lies above it).
  doubt: ({ says, has, of }) => {
    if (says('rider', 'yes')) return 'riderCovers';
    const zero = has('standard') && has('billed') && isZero(of('standard').value) && !isZero(of('billed').value);
    return zero ? 'zeroStandard' : undefined;
  },
};
