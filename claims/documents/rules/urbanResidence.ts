/** 居住证明 for accidents before 2022-05-01 only: the award went by where somebody lived. */
import { all, any, byResidence, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const urbanResidence: DocumentRule = {
  id: 'urbanResidence',
  group: 'identity',
  brings: 'injured',
  when: all(byResidence, any(is('died'), is('disability')), is('ruralRegistered')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['standard.base'],
};
