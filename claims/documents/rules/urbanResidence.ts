/** 居住证明 for accidents before 2022-05-01 only: the award went by where somebody lived. */
import { byResidence, died, every, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const urbanResidence: DocumentRule = {
  id: 'urbanResidence',
  group: 'identity',
  brings: 'injured',
  when: every(byResidence, some(died, is('disability')), is('ruralRegistered')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['standard.base'],
};
