/** 停业证明. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const closureProof: DocumentRule = {
  id: 'closureProof',
  group: 'income',
  brings: 'injured',
  when: provesIncome('closureProof'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['item.lostIncome'],
};
