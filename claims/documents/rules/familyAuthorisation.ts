/** 全体近亲属的委托书. */
import { died } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const familyAuthorisation: DocumentRule = {
  id: 'familyAuthorisation',
  group: 'death',
  brings: 'injured',
  when: died,
  copy: 'original',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.family', 'document.agent'],
};
