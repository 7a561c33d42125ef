/** 授权委托书 (民法典 165). */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const authorisation: DocumentRule = {
  id: 'authorisation',
  group: 'general',
  brings: 'either',
  when: ifTold(is('agent')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.agent'],
};
