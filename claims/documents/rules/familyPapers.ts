/** 近亲属关系证明、全体身份证. */
import { died } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const familyPapers: DocumentRule = {
  id: 'familyPapers',
  group: 'death',
  brings: 'injured',
  when: died,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['document.family'],
};
