/** 精神损害抚慰金: inside compulsory insurance it is paid first; a commercial policy pays it only with a rider. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const mentalDistress: Reason = {
  code: 'mentalDistress',
  items: ['mentalDistress'],
  law: ['item.mentalDistress', 'limb.mentalDistress.first', 'commercial.usuallyNotCovered', 'practice.mentalDistress'],
  basis: { assessed: 'yuan', rider: yesNo },
  proves: 'insurer',
  bearer: 'driver',
  alwaysPerson: false,
  changes: ['compulsoryFirstAsked', 'distressRider', 'courtAssesses'],
  figure: ({ asked, of }) => difference(asked, of('assessed')),
  doubt: ({ says, has }) => (says('rider', 'yes') && !has('assessed') ? 'riderCovers' : undefined),
};
