/** 营业执照 of one’s own business. */
import { SCANNED } from '../forms.ts';
import { provesIncome } from '../lostIncome/proves.ts';
import type { DocumentRule } from '../types.ts';

export const businessLicence: DocumentRule = {
  id: 'businessLicence',
  group: 'income',
  brings: 'injured',
  when: provesIncome('businessLicence'),
  copy: 'copy',
  forms: SCANNED,
  issuer: 'market',
  law: ['item.lostIncome'],
};
