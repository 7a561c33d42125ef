/** 鉴定费发票. */
import { every, is, not } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const appraisalInvoice: DocumentRule = {
  id: 'appraisalInvoice',
  group: 'disability',
  brings: 'injured',
  when: every(not(is('died')), is('disability')),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'appraiser',
  law: ['item.appraisal'],
};
