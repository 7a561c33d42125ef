/** 近三年收入、纳税、账目. */
import { ELECTRONIC } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const threeYearAccounts: DocumentRule = {
  id: 'threeYearAccounts',
  group: 'income',
  brings: 'injured',
  when: provesIncome('threeYearAccounts'),
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'taxOffice',
  law: ['lostIncome.noFixedIncome'],
};
