/** 诉讼费票据. */
import { ifTold, is } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const courtFees: DocumentRule = {
  id: 'courtFees',
  group: 'court',
  brings: 'either',
  when: ifTold(is('lawsuit')),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'court',
  law: ['courtFee.insurer'],
};
