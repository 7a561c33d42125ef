/** 驾驶证 of who drove. */
import { always } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const drivingLicence: DocumentRule = {
  id: 'drivingLicence',
  group: 'identity',
  brings: 'insured',
  when: always,
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.compulsory', 'document.commercial'],
};
