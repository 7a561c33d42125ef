/** 个税记录. */
import { ELECTRONIC } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const taxRecords: DocumentRule = {
  id: 'taxRecords',
  group: 'income',
  brings: 'injured',
  when: provesIncome('taxRecords'),
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'taxOffice',
  law: ['item.lostIncome'],
};
