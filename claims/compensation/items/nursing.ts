import { partsItem } from './item.ts';

/** A carer's wage or the earnings of who nurses, one person unless a doctor says more (law: item.nursing). */
export const nursing = partsItem('nursing', { rate: 'stats.nursingPerDay' });
