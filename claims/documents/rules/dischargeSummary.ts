/** 出入院记录、出院小结. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const dischargeSummary: DocumentRule = {
  id: 'dischargeSummary',
  group: 'treatment',
  brings: 'injured',
  when: is('inpatient'),
  copy: 'stampedCopy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
