/** 收款人银行卡. */
import { always } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const bankCard: DocumentRule = {
  id: 'bankCard',
  group: 'general',
  brings: 'either',
  when: always,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.payee', 'document.lists'],
};
