/** 护理人员的误工证明. */
import { every, is, oneOf } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const carerIncome: DocumentRule = {
  id: 'carerIncome',
  group: 'care',
  brings: 'injured',
  when: every(is('care'), oneOf('carer', 'family')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.nursing', 'nursing.noIncome'],
};
