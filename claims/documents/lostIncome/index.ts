/** Every occupation; one line each. */

import { dayWages } from './occupations/dayWages.ts';
import { familyCarer } from './occupations/familyCarer.ts';
import { farmer } from './occupations/farmer.ts';
import { housework } from './occupations/housework.ts';
import { minorsParent } from './occupations/minorsParent.ts';
import { pastRetirement } from './occupations/pastRetirement.ts';
import { payroll } from './occupations/payroll.ts';
import { rider } from './occupations/rider.ts';
import { selfEmployed } from './occupations/selfEmployed.ts';
import type { CoachRule } from './types.ts';

export const COACHES: readonly CoachRule[] = [
  payroll,
  rider,
  dayWages,
  selfEmployed,
  farmer,
  pastRetirement,
  housework,
  minorsParent,
  familyCarer,
];
