import { partsItem } from './item.ts';

/** Days in hospital at the region's travel allowance for meals (law: item.hospitalMeals). */
export const hospitalMeals = partsItem('hospitalMeals', { rate: 'stats.mealPerDay' });
