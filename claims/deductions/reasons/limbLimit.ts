/** 分项限额: each kind of loss has its own limit in compulsory insurance. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const limbLimit: Reason = {
  code: 'limbLimit',
  items: 'all',
  law: ['deduction.limbLimit', 'compulsory.medical.limit'],
  // `got`: of a limit that several people or several cars share, what fell to this person.
  basis: {
    loss: 'yuan',
    got: 'yuan',
    limb: ['medical', 'deathDisability', 'property'],
    atFault: yesNo,
    commercial: yesNo,
  },
  proves: 'nobody',
  bearer: 'driver',
  alwaysPerson: false,
  changes: ['otherVehicles', 'rescueFund'],
  also: ({ noFault }) => (noFault ? 'noFault' : undefined),
  figure: ({ of, has, limit }) => difference(of('loss'), has('got') ? of('got') : limit()),
  // What lies beyond goes to the commercial policy first, where there is one.
  doubt: ({ says }) => (says('commercial', 'yes') ? 'commercialTakesOver' : undefined),
};
