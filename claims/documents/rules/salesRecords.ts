/** 卖粮、卖菜的记录. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const salesRecords: DocumentRule = {
  id: 'salesRecords',
  group: 'income',
  brings: 'injured',
  when: provesIncome('salesRecords'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['item.lostIncome'],
};
