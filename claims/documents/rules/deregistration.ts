/** 户籍注销证明. */
import { died } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const deregistration: DocumentRule = {
  id: 'deregistration',
  group: 'death',
  brings: 'injured',
  when: died,
  copy: 'original',
  forms: SCANNED,
  issuer: 'policeStation',
  law: ['document.lists'],
};
