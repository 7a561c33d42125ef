/** Somebody of the family who looks after the injured: his loss counts as care (护理费). */
import type { CoachRule } from '../types.ts';

export const familyCarer: CoachRule = {
  occupation: 'familyCarer',
  item: 'nursing',
  income: ['carerIncome', 'familyRelation'],
  instead: ['labourContract', 'employerDeduction', 'wageRecords', 'payRecords'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['localCarer'],
  differs: ['carerWage'],
  tells: 'nursing.persons',
};
