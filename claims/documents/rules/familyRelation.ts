/** 关系证明 of the family member who cares. */
import { every, is, oneOf } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const familyRelation: DocumentRule = {
  id: 'familyRelation',
  group: 'care',
  brings: 'injured',
  when: every(is('care'), oneOf('carer', 'family')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['item.nursing'],
};
