/** 行驶证. */
import { always } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const vehicleLicence: DocumentRule = {
  id: 'vehicleLicence',
  group: 'identity',
  brings: 'insured',
  when: always,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.compulsory', 'document.commercial'],
};
