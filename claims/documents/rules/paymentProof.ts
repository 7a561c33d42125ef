/** 转账记录、收条: the insured has paid the injured. */
import { is } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const paymentProof: DocumentRule = {
  id: 'paymentProof',
  group: 'general',
  brings: 'insured',
  when: is('insuredPaid'),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'bank',
  law: ['document.payee'],
};
