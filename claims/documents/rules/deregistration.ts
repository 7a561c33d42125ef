/** 户籍注销证明. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const deregistration: DocumentRule = {
  id: 'deregistration',
  group: 'death',
  brings: 'injured',
  when: is('died'),
  copy: 'original',
  forms: SCANNED,
  issuer: 'police',
  law: ['document.lists'],
};
