/** 村委会证明 that somebody farms. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const villageNote: DocumentRule = {
  id: 'villageNote',
  group: 'income',
  brings: 'injured',
  when: provesIncome('villageNote'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'village',
  law: ['item.lostIncome'],
};
