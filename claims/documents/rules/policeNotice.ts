/** 交警的抢救费通知书. */
import { ifTold, is, some } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const policeNotice: DocumentRule = {
  id: 'policeNotice',
  group: 'advance',
  brings: 'either',
  when: ifTold(some(is('advance'), is('fund'))),
  copy: 'original',
  forms: SCANNED,
  issuer: 'police',
  law: ['compulsory.rescueFee.trigger', 'compulsory.rescueFee.police'],
};
