/** Past retirement age: counts with proof of work and loss; before the second interpretation courts differed. */
import type { CoachRule } from '../types.ts';

export const pastRetirement: CoachRule = {
  occupation: 'pastRetirement',
  item: 'lostIncome',
  income: ['workProof', 'payRecords'],
  instead: ['attendance', 'landContract', 'villageNote'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['industryAverage', 'nothing'],
  differs: ['retired'],
  tells: 'lostIncome.pastRetirement',
};
