/** 三期鉴定: opinion on days off work, of care and of diet. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const periodOpinion: DocumentRule = {
  id: 'periodOpinion',
  group: 'income',
  brings: 'injured',
  when: provesIncome('periodOpinion'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'appraiser',
  law: ['deduction.lostIncome.periods'],
};
