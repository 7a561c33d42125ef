/** 出生证、监护人身份证. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const minorPapers: DocumentRule = {
  id: 'minorPapers',
  group: 'identity',
  brings: 'injured',
  when: is('minor'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.lists'],
};
