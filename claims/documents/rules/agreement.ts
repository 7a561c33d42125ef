/** 协议、调解书: what was agreed. */
import { ifTold, oneOf } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const agreement: DocumentRule = {
  id: 'agreement',
  group: 'general',
  brings: 'either',
  when: ifTold(oneOf('settledBy', 'agreement', 'mediation')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'bothSides',
  law: ['document.compulsory', 'deduction.privatePromise'],
};
