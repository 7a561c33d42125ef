/** A parent who stays with a hurt child: the child earns nothing, the parent’s loss counts as care (护理费). */
import type { CoachRule } from '../types.ts';

export const minorsParent: CoachRule = {
  occupation: 'minorsParent',
  item: 'nursing',
  income: ['carerIncome', 'familyRelation'],
  instead: ['labourContract', 'employerDeduction', 'wageRecords', 'payRecords'],
  days: ['doctorOrders'],
  daysInstead: ['periodOpinion'],
  fallback: ['localCarer'],
  differs: ['carerWage'],
  tells: 'nursing.persons',
};
