/** Every clock of a claim; each is a line of data, its length stands in law/. */
import type { ClockRule } from '../types.ts';
import { examinationClocks } from './examination.ts';
import { insurerClocks } from './insurers.ts';
import { policeClocks } from './police.ts';
import { reviewClocks } from './review.ts';
import { rightsClocks } from './rights.ts';

export const CLOCKS: readonly ClockRule[] = [
  ...policeClocks,
  ...examinationClocks,
  ...reviewClocks,
  ...insurerClocks,
  ...rightsClocks,
];
