/** 垫付申请书. */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const advanceForm: DocumentRule = {
  id: 'advanceForm',
  group: 'advance',
  brings: 'either',
  when: ifTold(is('advance')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'insurer',
  law: ['compulsory.rescueFee.trigger'],
};
