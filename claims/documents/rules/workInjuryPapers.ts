/** 工伤认定书、基金支付凭证. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const workInjuryPapers: DocumentRule = {
  id: 'workInjuryPapers',
  group: 'treatment',
  brings: 'injured',
  when: is('workInjury'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'workInjuryOffice',
  law: ['apportion.paidByFunds', 'practice.workInjury'],
};
