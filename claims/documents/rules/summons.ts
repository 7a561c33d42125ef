/** 起诉状、传票. */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const summons: DocumentRule = {
  id: 'summons',
  group: 'court',
  brings: 'either',
  when: ifTold(is('lawsuit')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'court',
  law: ['document.summons'],
};
