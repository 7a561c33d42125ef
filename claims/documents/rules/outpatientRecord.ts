/** 门诊病历. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const outpatientRecord: DocumentRule = {
  id: 'outpatientRecord',
  group: 'treatment',
  brings: 'injured',
  when: is('outpatient'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
