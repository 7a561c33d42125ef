/** 医保结算单、分割单: what the fund paid is not claimed again. */
import { is } from '../conditions.ts';
import { ELECTRONIC } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const insuranceStatement: DocumentRule = {
  id: 'insuranceStatement',
  group: 'treatment',
  brings: 'injured',
  when: is('medicalInsurancePaid'),
  copy: 'stampedCopy',
  forms: ELECTRONIC,
  issuer: 'medicalInsurance',
  law: ['apportion.paidByFunds'],
};
