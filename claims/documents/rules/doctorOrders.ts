/** 休息、护理、营养医嘱. */
import { every, is, not, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const doctorOrders: DocumentRule = {
  id: 'doctorOrders',
  group: 'treatment',
  brings: 'injured',
  when: some(every(is('lostIncome'), not(is('minor'))), is('care')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['item.lostIncome', 'item.nursing', 'item.nutrition'],
};
