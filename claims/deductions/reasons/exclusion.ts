/** 免责情形: the commercial policy does not pay; the compulsory insurer still pays for injury, and for some causes turns to whoever is liable. A person always looks. */
import { RECOURSE } from '../../compensation/case.ts';
import type { Reason } from '../reason.ts';

export const exclusion: Reason = {
  code: 'exclusion',
  items: 'all',
  law: ['deduction.clause.explained', 'deduction.exclusion.prohibited'],
  basis: {
    cause: [
      'drunk',
      'drinking',
      'unlicensed',
      'intent',
      'stolen',
      'flight',
      'expiredLicence',
      'passengerDoor',
      'other',
    ],
  },
  proves: 'insurer',
  bearer: 'driver',
  sharedAlready: ({ line }) => line.reasons.some(({ code }) => code === 'faultRatio'),
  alwaysPerson: true,
  changes: ['compulsoryStillPays', 'notPointedOut'],
  alsoLaw: {
    recourse: ['compulsory.drunkOrUnlicensed.injury'],
    // 条例 22: of a stolen car only emergency treatment is paid first.
    stolen: ['compulsory.recourse.rescueFee'],
    compulsoryStill: ['compulsory.victim.injury'],
    // 民法典 1216: hit and run.
    flight: ['flight.compulsory'],
  },
  notWith: { stolen: ['compulsoryStillPays'] },
  also: ({ says }) => {
    if (says('cause', 'stolen')) return 'stolen';
    if (says('cause', 'flight')) return 'flight';
    return RECOURSE.some((cause) => says('cause', cause)) ? 'recourse' : 'compulsoryStill';
  },
  doubt: ({ says, now, settlement }) => {
    if (/[1-9]/.test(settlement.layers.commercial)) return 'commercialPaid';
    const covered = (parameter: string) => now.get(parameter, 'claims/deductions').status === 'value';
    if (says('cause', 'expiredLicence') && covered('cover.expiredLicence')) return 'expiredLicence';
    return says('cause', 'passengerDoor') && covered('cover.dooring') ? 'passengerDoor' : undefined;
  },
};
