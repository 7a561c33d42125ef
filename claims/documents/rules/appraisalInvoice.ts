/** 鉴定费发票. */
import { died, every, is, not } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const appraisalInvoice: DocumentRule = {
  id: 'appraisalInvoice',
  group: 'disability',
  brings: 'injured',
  when: every(is('disability'), not(died)),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'appraiser',
  law: ['item.appraisal'],
};
