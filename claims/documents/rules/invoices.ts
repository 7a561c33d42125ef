/** 医疗费发票. */
import { is, some } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const invoices: DocumentRule = {
  id: 'invoices',
  group: 'treatment',
  brings: 'injured',
  when: some(is('outpatient'), is('inpatient')),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
