import { partsItem } from './item.ts';

/** Treatment as paid for by receipts until the end of the trial (law: item.medical). */
export const medical = partsItem('medical');
