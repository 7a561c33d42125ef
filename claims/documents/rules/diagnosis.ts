/** 诊断证明. */
import { is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const diagnosis: DocumentRule = {
  id: 'diagnosis',
  group: 'treatment',
  brings: 'injured',
  when: some(is('outpatient'), is('inpatient')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
