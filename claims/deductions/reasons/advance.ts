/** 已垫付款: what was paid before is part of what is due, so it is netted when paying, never cut from what is accepted. */
import type { Reason } from '../reason.ts';

export const advance: Reason = {
  code: 'advance',
  items: [],
  law: ['deduction.advance'],
  basis: {},
  proves: 'insurer',
  bearer: 'nobody',
  bearsAs: { nobody: 'bearsPaid' },
  alwaysPerson: false,
  changes: ['advanceReceipt'],
};
