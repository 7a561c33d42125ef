/** 考勤、工地门禁. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const attendance: DocumentRule = {
  id: 'attendance',
  group: 'income',
  brings: 'injured',
  when: provesIncome('attendance'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.lostIncome'],
};
