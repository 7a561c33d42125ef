/** 骑手: paid by the order through a platform. */
import type { CoachRule } from '../types.ts';

export const rider: CoachRule = {
  occupation: 'rider',
  item: 'lostIncome',
  income: ['platformRecords', 'payRecords'],
  instead: ['taxRecords', 'labourContract'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['threeYearAverage', 'industryAverage'],
  differs: ['industry'],
};
