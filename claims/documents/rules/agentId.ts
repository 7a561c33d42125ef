/** Identity card of the agent. */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const agentId: DocumentRule = {
  id: 'agentId',
  group: 'identity',
  brings: 'either',
  when: ifTold(is('agent')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.agent', 'document.lists'],
};
