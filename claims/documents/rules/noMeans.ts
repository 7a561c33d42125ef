/** 无劳动能力且无其他生活来源. */
import { died, every, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const noMeans: DocumentRule = {
  id: 'noMeans',
  group: 'dependants',
  brings: 'injured',
  when: every(some(died, is('disability')), is('adultDependants')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'village',
  law: ['item.dependants'],
};
