/** 精神损害抚慰金: inside compulsory insurance it is paid first; a commercial policy pays it only with a rider. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const mentalDistress: Reason = {
  code: 'mentalDistress',
  items: ['mentalDistress'],
  law: [
    'item.mentalDistress',
    'limb.mentalDistress.first',
    'commercial.usuallyNotCovered',
    'deduction.clause.explained',
    'practice.mentalDistress',
  ],
  basis: { assessed: 'yuan', rider: yesNo },
  // How much is for a court to assess; that a policy has no such cover stands in the policy.
  proves: 'nobody',
  bearer: 'driver',
  // What a court has not awarded yet is nobody's debt.
  bearerOf: (basis) => (basis.assessed === undefined ? 'driver' : 'court'),
  bearsAs: { driver: 'bearsDistress' },
  alwaysPerson: false,
  changes: ['compulsoryFirstAsked', 'distressRider', 'notExplained', 'courtAssesses'],
  figure: ({ asked, of }) => difference(asked, of('assessed')),
  doubt: ({ says, has }) => (says('rider', 'yes') && !has('assessed') ? 'distressRider' : undefined),
};
