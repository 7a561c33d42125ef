/** Photos and video of the scene. */
import { is, not, some } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const sceneEvidence: DocumentRule = {
  id: 'sceneEvidence',
  group: 'general',
  brings: 'either',
  when: some(is('offRoad'), not(is('policeHandled'))),
  copy: 'copy',
  forms: ELECTRONIC,
  issuer: 'self',
  law: ['nonRoad.proof', 'document.lists'],
};
