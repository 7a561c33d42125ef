/** 家务: no wage, so nothing that has shrunk; some courts allow something all the same. */
import type { CoachRule } from '../types.ts';

export const housework: CoachRule = {
  occupation: 'housework',
  item: 'lostIncome',
  income: [],
  instead: [],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['nothing'],
  differs: ['housework'],
};
