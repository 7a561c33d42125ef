/** 判决书、生效证明. */
import { ifTold, oneOf } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const judgment: DocumentRule = {
  id: 'judgment',
  group: 'court',
  brings: 'either',
  when: ifTold(oneOf('settledBy', 'judgment')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'court',
  law: ['document.compulsory'],
};
