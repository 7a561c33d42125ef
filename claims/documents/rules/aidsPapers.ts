/** 辅助器具: opinion, invoice, leaflet. */
import { every, is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const aidsPapers: DocumentRule = {
  id: 'aidsPapers',
  group: 'disability',
  brings: 'injured',
  when: every(not(is('died')), is('aids')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'appraiser',
  law: ['item.aids'],
};
