/** 个体经营: one’s own shop or trade. */
import type { CoachRule } from '../types.ts';

export const selfEmployed: CoachRule = {
  occupation: 'selfEmployed',
  item: 'lostIncome',
  income: ['businessLicence', 'threeYearAccounts'],
  instead: ['closureProof', 'payRecords', 'taxRecords'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['threeYearAverage', 'industryAverage'],
  differs: ['ownBusiness', 'industry'],
};
