/** 好意同乘: carried free in a car that does not carry for pay, the driver's side answers for less; not after intent or gross negligence. */
import { product } from '../../figure.ts';
import { parseYuan, sumFen } from '../../money.ts';
import { type Reason, yesNo } from '../reason.ts';
import type { Settlement } from '../settlement.ts';

export const gratuitousRide: Reason = {
  code: 'gratuitousRide',
  items: 'all',
  law: ['apportion.gratuitous', 'deduction.gratuitousRide.grossFault'],
  basis: { base: 'yuan', reduction: 'share', forPay: yesNo, grossNegligence: ['yes', 'no', 'byDetermination'] },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['paidRide', 'grossNegligence'],
  figure: ({ of }) => product(of('base'), of('reduction')),
  doubt: ({ says, settlement }) => {
    if (says('forPay', 'yes')) return 'forPay';
    if (says('grossNegligence', 'yes')) return 'grossNegligence';
    return paysCompulsory(settlement) ? 'rideInCompulsory' : undefined;
  },
};

/** Whoever is carried is no third party of that car's compulsory insurance (交强险条例 21), and what another car's pays is not shared by fault. */
const paysCompulsory = ({ layers }: Settlement): boolean =>
  sumFen(Object.values(layers.compulsory).map(parseYuan)) > 0n;
