/** 医院账户. */
import { ifTold, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const hospitalAccount: DocumentRule = {
  id: 'hospitalAccount',
  group: 'advance',
  brings: 'either',
  when: ifTold(is('advance')),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['compulsory.rescueFee.payee'],
};
