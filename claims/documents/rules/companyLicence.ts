/** 营业执照 of a company that is insured. */
import { is } from '../conditions.ts';
import { SCANNED } from '../forms.ts';
import type { DocumentRule } from '../types.ts';

export const companyLicence: DocumentRule = {
  id: 'companyLicence',
  group: 'identity',
  brings: 'insured',
  when: is('insuredIsCompany'),
  copy: 'stampedCopy',
  forms: SCANNED,
  issuer: 'self',
  law: ['document.lists'],
};
