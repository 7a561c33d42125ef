/** 交警的抢救费通知书. */
import { any, is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const policeNotice: DocumentRule = {
  id: 'policeNotice',
  group: 'advance',
  brings: 'either',
  when: any(is('advance'), is('fund')),
  copy: 'original',
  forms: SCANNED,
  issuer: 'police',
  law: ['compulsory.rescueFee.trigger', 'compulsory.rescueFee.police'],
};
