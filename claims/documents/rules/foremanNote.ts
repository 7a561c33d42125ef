/** 用工证明 by who hired for the day. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const foremanNote: DocumentRule = {
  id: 'foremanNote',
  group: 'income',
  brings: 'injured',
  when: provesIncome('foremanNote'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.lostIncome'],
};
