import { partsItem } from './item.ts';

/** Damage to things (law: item.property). */
export const property = partsItem('property');
