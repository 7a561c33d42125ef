/** 辅助器具: opinion, invoice, leaflet. */
import { died, every, is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const aidsPapers: DocumentRule = {
  id: 'aidsPapers',
  group: 'disability',
  brings: 'injured',
  when: every(is('disability'), is('aids'), not(died)),
  copy: 'original',
  forms: SCANNED,
  issuer: 'appraiser',
  law: ['item.aids'],
};
