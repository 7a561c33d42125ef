import { partsItem } from './item.ts';

/** Treatment to come, where a certificate or an appraisal says that it will surely be needed (law: item.followUp). */
export const followUp = partsItem('followUp');
