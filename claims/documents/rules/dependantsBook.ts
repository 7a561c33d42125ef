/** 户口簿、亲属关系证明. */
import { died, every, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const dependantsBook: DocumentRule = {
  id: 'dependantsBook',
  group: 'dependants',
  brings: 'injured',
  when: every(some(died, is('disability')), some(is('childDependants'), is('adultDependants'))),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['item.dependants'],
};
