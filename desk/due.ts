/** Whether a promise is kept, and how near its end is. Pure. */
import type { PromiseMade } from '../claims/fold.ts';

export type Due = 'open' | 'soon' | 'over' | 'kept';

/** From this share of its time on a promise is due soon. */
const SOON = 0.8;

export function dueState({ at, by, from, kept }: Pick<PromiseMade, 'at' | 'by' | 'from' | 'kept'>, now: number): Due {
  if (kept) return 'kept';
  const [begin, end] = [from === undefined ? at : Date.parse(from), Date.parse(by)];
  if (now >= end) return 'over';
  return now - begin >= SOON * (end - begin) ? 'soon' : 'open';
}
