/** 劳动合同. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const labourContract: DocumentRule = {
  id: 'labourContract',
  group: 'income',
  brings: 'injured',
  when: provesIncome('labourContract'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'employer',
  law: ['item.lostIncome'],
};
