/** 外购药: prescription and invoice. */
import { is } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const outsideMedicine: DocumentRule = {
  id: 'outsideMedicine',
  group: 'treatment',
  brings: 'injured',
  when: is('outsideMedicine'),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'pharmacy',
  law: ['item.medical', 'document.lists'],
};
