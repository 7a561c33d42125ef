/** 抢救费用清单. */
import { ifTold, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const rescueFeeList: DocumentRule = {
  id: 'rescueFeeList',
  group: 'advance',
  brings: 'either',
  when: ifTold(some(is('advance'), is('fund'))),
  copy: 'original',
  forms: SCANNED,
  issuer: 'hospital',
  law: ['compulsory.rescueFee.trigger'],
};
