/** Wages every month from an employer: what they have shrunk by. */
import type { CoachRule } from '../types.ts';

export const payroll: CoachRule = {
  occupation: 'payroll',
  item: 'lostIncome',
  income: ['labourContract', 'employerDeduction', 'wageRecords'],
  instead: ['taxRecords', 'attendance'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['industryAverage'],
  differs: [],
};
