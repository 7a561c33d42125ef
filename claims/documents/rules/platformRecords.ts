/** 平台接单和收入记录. */
import { ELECTRONIC } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const platformRecords: DocumentRule = {
  id: 'platformRecords',
  group: 'income',
  brings: 'injured',
  when: provesIncome('platformRecords'),
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'platform',
  law: ['item.lostIncome'],
};
