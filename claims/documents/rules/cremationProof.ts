/** 火化证. */
import { died } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const cremationProof: DocumentRule = {
  id: 'cremationProof',
  group: 'death',
  brings: 'injured',
  when: died,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'civilAffairs',
  law: ['item.funeral', 'document.lists'],
};
