/** The figures of one-time codes. */
import type { CodePolicy } from '../../claims/identity/types.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const CODE_POLICY: CodePolicy = {
  ...{ digits: 6, validFor: 5 * minute, tries: 5, lockFor: 15 * minute, resendAfter: minute },
  perPhone: { most: 5, within: day },
  perClaim: { most: 20, within: day },
  perConversation: { most: 5, within: hour },
  perAddress: { most: 10, within: hour },
  ...{ freshFor: 15 * minute, standsFor: 30 * minute },
};
