/** 扶养人数证明. */
import { died, every, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const supporters: DocumentRule = {
  id: 'supporters',
  group: 'dependants',
  brings: 'injured',
  when: every(some(died, is('disability')), is('adultDependants')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'village',
  law: ['item.dependants'],
};
