import { partsItem } from './item.ts';

/** Ordinary aids and how often they are renewed (law: item.aids). */
export const aids = partsItem('aids');
