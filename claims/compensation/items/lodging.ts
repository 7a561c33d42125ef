import { partsItem } from './item.ts';

/** Lodging for treatment elsewhere (law: item.lodging). */
export const lodging = partsItem('lodging', { rate: 'stats.lodgingPerDay' });
