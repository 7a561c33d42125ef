/** 救助基金申请表. */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const fundForm: DocumentRule = {
  id: 'fundForm',
  group: 'advance',
  brings: 'either',
  when: ifTold(is('fund')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'localBody',
  law: ['fund.cases'],
};
