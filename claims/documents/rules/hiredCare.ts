/** 护工合同和发票. */
import { every, is, oneOf } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const hiredCare: DocumentRule = {
  id: 'hiredCare',
  group: 'care',
  brings: 'injured',
  when: every(is('care'), oneOf('carer', 'hired')),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'carerFirm',
  law: ['item.nursing'],
};
