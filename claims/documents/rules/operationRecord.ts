/** 手术记录. */
import { every, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const operationRecord: DocumentRule = {
  id: 'operationRecord',
  group: 'treatment',
  brings: 'injured',
  when: every(is('inpatient'), is('surgery')),
  copy: 'stampedCopy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
