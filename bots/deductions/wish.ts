/** One wish of somebody about a settlement that she may see. */
import type { Grant } from '../../claims/identity/types.ts';
import type { CutWish } from '../../understanding/deductions.ts';
import type { Seen } from './seen.ts';

export interface Asked {
  readonly grant: Grant;
  readonly seen: Seen;
  readonly wish: CutWish;
  /** The line that was told last; 0: none yet. */
  readonly before: number;
  /** The line that her message names, whatever was told last. */
  readonly named?: number | undefined;
  readonly text: string;
}
