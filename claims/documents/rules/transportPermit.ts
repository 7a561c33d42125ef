/** 营运资格证、运输证: goods or passengers for money. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const transportPermit: DocumentRule = {
  id: 'transportPermit',
  group: 'identity',
  brings: 'insured',
  when: is('commercialUse'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.lists'],
};
