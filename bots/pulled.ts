/**
 * Messages whose sender waits for the answer in the same call (Bot Framework's `expectReplies`, and what a card's button
 * invokes): what is said to them is fetched, not pushed, and so they have turns of their own.
 */
import type { JsonObject, PendingArrival } from '../store/ports.ts';

export const isPulled = ({ payload }: { readonly payload: JsonObject }): boolean =>
  payload.deliveryMode === 'expectReplies';

/** The first arrivals that are all answered in one way. */
export function answeredAlike(arrivals: readonly PendingArrival[]): readonly PendingArrival[] {
  const [first] = arrivals;
  if (!first) return arrivals;
  const other = arrivals.findIndex((one) => isPulled(one) !== isPulled(first));
  return other < 0 ? arrivals : arrivals.slice(0, other);
}
