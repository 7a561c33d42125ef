/** 交通、住宿票据. */
import { is } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const travelTickets: DocumentRule = {
  id: 'travelTickets',
  group: 'treatment',
  brings: 'injured',
  when: is('travelled'),
  copy: 'original',
  forms: ELECTRONIC,
  issuer: 'carrier',
  law: ['item.transport', 'item.lodging'],
};
