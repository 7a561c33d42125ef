import { partsItem } from './item.ts';

/** Travel for treatment by tickets; without tickets a region may have a daily rate (law: item.transport). */
export const transport = partsItem('transport', { rate: 'stats.transportPerDay' });
