/** 个体经营: one’s own shop or trade. */
import type { CoachRule } from '../types.ts';

export const selfEmployed: CoachRule = {
  occupation: 'selfEmployed',
  item: 'lostIncome',
  income: ['businessLicence', 'threeYearAccounts'],
  instead: ['closureProof', 'payRecords', 'taxRecords', 'periodOpinion'],
  days: ['doctorOrders'],
  fallback: ['threeYearAverage', 'industryAverage'],
  differs: ['ownBusiness', 'industry'],
};
