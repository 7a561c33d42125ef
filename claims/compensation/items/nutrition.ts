import { partsItem } from './item.ts';

/** Days of extra food as a doctor or an appraisal says; the daily rate is local practice (law: item.nutrition). */
export const nutrition = partsItem('nutrition', { rate: 'stats.nutritionPerDay' });
