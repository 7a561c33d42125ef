/** 事故认定书. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const determination: DocumentRule = {
  id: 'determination',
  group: 'general',
  brings: 'either',
  when: is('policeHandled'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'police',
  law: ['document.compulsory', 'police.clock.determination'],
};
