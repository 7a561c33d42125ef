/** 索赔申请书: who asks, for what, signed. */
import { always } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const claimForm: DocumentRule = {
  id: 'claimForm',
  group: 'general',
  brings: 'either',
  when: always,
  copy: 'original',
  forms: SCANNED,
  issuer: 'insurer',
  law: ['document.compulsory', 'document.commercial'],
};
