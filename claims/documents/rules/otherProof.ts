/** Proof of the accident from another body, where the police gave no determination. */
import { is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const otherProof: DocumentRule = {
  id: 'otherProof',
  group: 'general',
  brings: 'either',
  when: not(is('policeHandled')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['nonRoad.proof', 'nonRoad.byAnalogy'],
};
