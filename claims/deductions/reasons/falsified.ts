/** 编造、夸大: the part that papers do not bear out. Neutral words; nobody is accused, a person talks to the claimant. */
import { difference } from '../../figure.ts';
import type { Reason } from '../reason.ts';

export const falsified: Reason = {
  code: 'falsified',
  items: 'all',
  law: ['deduction.falsified'],
  basis: { claimed: 'yuan', borneOut: 'yuan' },
  proves: 'insurer',
  bearer: 'victim',
  alwaysPerson: true,
  changes: ['explainPapers'],
  figure: ({ of }) => difference(of('claimed'), of('borneOut')),
};
