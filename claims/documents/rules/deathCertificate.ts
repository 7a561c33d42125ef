/** 死亡医学证明. */
import { died } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const deathCertificate: DocumentRule = {
  id: 'deathCertificate',
  group: 'death',
  brings: 'injured',
  when: died,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.death', 'document.lists'],
};
