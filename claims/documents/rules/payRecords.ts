/** 收款记录: transfers, 微信、支付宝. */
import { ELECTRONIC } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const payRecords: DocumentRule = {
  id: 'payRecords',
  group: 'income',
  brings: 'injured',
  when: provesIncome('payRecords'),
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'bank',
  law: ['item.lostIncome'],
};
