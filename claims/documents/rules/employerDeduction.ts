/** 单位误工扣薪证明. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const employerDeduction: DocumentRule = {
  id: 'employerDeduction',
  group: 'income',
  brings: 'injured',
  when: provesIncome('employerDeduction'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.lostIncome'],
};
