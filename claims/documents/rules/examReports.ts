/** 检查报告. */
import { any, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const examReports: DocumentRule = {
  id: 'examReports',
  group: 'treatment',
  brings: 'injured',
  when: any(is('outpatient'), is('inpatient')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
