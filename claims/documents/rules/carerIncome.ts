/** 护理人员的误工证明. */
import { all, is, oneOf } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const carerIncome: DocumentRule = {
  id: 'carerIncome',
  group: 'care',
  brings: 'injured',
  when: all(is('care'), oneOf('carer', 'family')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.nursing', 'nursing.noIncome'],
};
