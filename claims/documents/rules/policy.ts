/** 保单: the compulsory and the commercial one. */
import { always } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const policy: DocumentRule = {
  id: 'policy',
  group: 'general',
  brings: 'insured',
  when: always,
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'insurer',
  law: ['document.compulsory', 'document.commercial'],
};
