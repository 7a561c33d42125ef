/** Every compensation item, in the order in which a bill lists them. */
import { aids } from './aids.ts';
import { appraisal } from './appraisal.ts';
import { death } from './death.ts';
import { dependants } from './dependants.ts';
import { disability } from './disability.ts';
import { familyExpenses } from './familyExpenses.ts';
import { followUp } from './followUp.ts';
import { funeral } from './funeral.ts';
import { hospitalMeals } from './hospitalMeals.ts';
import { lodging } from './lodging.ts';
import { lostIncome } from './lostIncome.ts';
import { medical } from './medical.ts';
import { mentalDistress } from './mentalDistress.ts';
import { nursing } from './nursing.ts';
import { nutrition } from './nutrition.ts';
import { other } from './other.ts';
import { property } from './property.ts';
import { transport } from './transport.ts';

export const ITEMS = [
  medical,
  followUp,
  hospitalMeals,
  nutrition,
  lostIncome,
  nursing,
  transport,
  lodging,
  aids,
  disability,
  death,
  funeral,
  familyExpenses,
  dependants,
  mentalDistress,
  appraisal,
  property,
  other,
] as const;
