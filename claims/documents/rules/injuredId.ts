/** 伤者身份证. */
import { always } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const injuredId: DocumentRule = {
  id: 'injuredId',
  group: 'identity',
  brings: 'injured',
  when: always,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.compulsory', 'document.lists'],
};
