/** 伤残鉴定意见书. */
import { died, every, is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const appraisalOpinion: DocumentRule = {
  id: 'appraisalOpinion',
  group: 'disability',
  brings: 'injured',
  when: every(is('disability'), not(died)),
  copy: 'original',
  forms: SCANNED,
  issuer: 'appraiser',
  law: ['item.disability', 'deduction.reappraisal'],
};
