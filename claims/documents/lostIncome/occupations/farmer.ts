/** 务农: land or animals of one’s own. */
import type { CoachRule } from '../types.ts';

export const farmer: CoachRule = {
  occupation: 'farmer',
  item: 'lostIncome',
  income: ['landContract', 'villageNote'],
  instead: ['salesRecords', 'payRecords'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['threeYearAverage', 'industryAverage'],
  differs: ['farming'],
};
