/** 病案首页、长期临时医嘱. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const inpatientOrders: DocumentRule = {
  id: 'inpatientOrders',
  group: 'treatment',
  brings: 'injured',
  when: is('inpatient'),
  copy: 'stampedCopy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.medical', 'document.lists'],
};
