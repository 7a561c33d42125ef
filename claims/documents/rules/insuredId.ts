/** 被保险人身份证. */
import { is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const insuredId: DocumentRule = {
  id: 'insuredId',
  group: 'identity',
  brings: 'insured',
  when: not(is('insuredIsCompany')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.commercial', 'document.lists'],
};
