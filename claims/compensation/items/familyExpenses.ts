import { partsItem } from './item.ts';

/** The family's travel, lodging and lost earnings for the burial (law: item.familyExpenses). */
export const familyExpenses = partsItem('familyExpenses', { outcomes: ['death'] });
