/** 费用清单、处方. */
import { is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const expenseList: DocumentRule = {
  id: 'expenseList',
  group: 'treatment',
  brings: 'injured',
  when: some(is('outpatient'), is('inpatient')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
