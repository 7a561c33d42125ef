/** The little questions that ask for a phone and a code, and those that have been waiting for too long. */
import type { Frame } from '../../dialogs/flow.ts';
import type { Scope } from '../scope.ts';

const ASKINGS: ReadonlySet<string> = new Set(['identity', 'kin', 'code', 'whichClaim']);

/** They ask who this is. */
export const OF_IDENTITY: ReadonlySet<string> = new Set(['identity', 'kin', 'code']);

export const isAsking = ({ flow }: Pick<Frame, 'flow'>): boolean => ASKINGS.has(flow);

/** Nobody needs them any more. */
export const withoutAskings = (stack: readonly Frame[]): Frame[] => stack.filter((frame) => !isAsking(frame));

/** Longer than any code is good for: whoever comes back asks anew, and is asked anew. */
const LONGEST = 30 * 60_000;

/** Before something is told of itself: a code of last week is not asked for again beside it. */
export function lapse({ draft }: Pick<Scope, 'draft'>): void {
  const { talk } = draft.state;
  const stale = talk.stack.some((frame) => isAsking(frame) && draft.at - frame.startedAt > LONGEST);
  if (stale) draft.set({ talk: { ...talk, stack: withoutAskings(talk.stack) } });
}
