/** 土地承包合同. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const landContract: DocumentRule = {
  id: 'landContract',
  group: 'income',
  brings: 'injured',
  when: provesIncome('landContract'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'village',
  law: ['item.lostIncome'],
};
