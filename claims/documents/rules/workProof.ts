/** 务工证明 past retirement age. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const workProof: DocumentRule = {
  id: 'workProof',
  group: 'income',
  brings: 'injured',
  when: provesIncome('workProof'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'employer',
  law: ['lostIncome.pastRetirement'],
};
