/** Whether a promise is kept, and how near its end is. Pure. */
import type { Pressure } from '../claims/contact.ts';
import type { PromiseMade } from '../claims/fold.ts';
import { stateOf } from './clock.ts';

export type Due = Exclude<Pressure, 'calm'> | 'open' | 'kept';

export function dueState({ at, by, from, kept }: Pick<PromiseMade, 'at' | 'by' | 'from' | 'kept'>, now: number): Due {
  if (kept) return 'kept';
  const state = stateOf({ from: from === undefined ? at : Date.parse(from), due: Date.parse(by) }, now);
  return state === 'calm' ? 'open' : state;
}
