/** 伤残鉴定意见书. */
import { all, is, not } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const appraisalOpinion: DocumentRule = {
  id: 'appraisalOpinion',
  group: 'disability',
  brings: 'injured',
  when: all(not(is('died')), is('disability')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'appraiser',
  law: ['item.disability', 'deduction.reappraisal'],
};
