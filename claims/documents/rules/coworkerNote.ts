/** 工友证言. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const coworkerNote: DocumentRule = {
  id: 'coworkerNote',
  group: 'income',
  brings: 'injured',
  when: provesIncome('coworkerNote'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'self',
  law: ['item.lostIncome'],
};
