/** 检查报告. */
import { is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const examReports: DocumentRule = {
  id: 'examReports',
  group: 'treatment',
  brings: 'injured',
  when: some(is('outpatient'), is('inpatient')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
