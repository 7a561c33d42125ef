/** 日结、现金: paid by the day, often in cash. */
import type { CoachRule } from '../types.ts';

export const dayWages: CoachRule = {
  occupation: 'dayWages',
  item: 'lostIncome',
  income: ['foremanNote', 'payRecords'],
  instead: ['attendance', 'coworkerNote'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['threeYearAverage', 'industryAverage'],
  differs: ['cashWages', 'industry'],
};
