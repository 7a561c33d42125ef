/** 工资流水, before and after. */
import { ELECTRONIC } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const wageRecords: DocumentRule = {
  id: 'wageRecords',
  group: 'income',
  brings: 'injured',
  when: provesIncome('wageRecords'),
  copy: 'stampedCopy',
  forms: ELECTRONIC,
  issuer: 'bank',
  law: ['item.lostIncome'],
};
