/** What is stored → as the stages and the papers know it. */
import type { StageEvent } from '../stages/types.ts';
import type { PaperData, PaperFiled, PaperOf, StageData } from './types.ts';

export const stageEventOf = ({ change, ...rest }: StageData): StageEvent => ({ type: change, ...rest }) as StageEvent;
export const paperEventOf = ({ change, ...rest }: PaperData): PaperOf => ({ type: change, ...rest }) as PaperOf;
export const filedAs = ({ files: _, ...rest }: PaperFiled): PaperOf => ({ type: 'received', ...rest });
