/** The turn for a message that cannot be handled: set aside, said so once, and put before a person. */
import type { Conversation, PendingArrival, TurnWork } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import { Draft } from './draft.ts';
import { speak } from './speak.ts';

/** What rests in the store and can no longer be read: set aside like a message that always fails, alone. */
export const isDamaged = ({ payload }: PendingArrival): boolean => payload.type === 'damaged';

/** Those before it; or it alone. */
export function untilDamaged(arrivals: readonly PendingArrival[]): readonly PendingArrival[] {
  const at = arrivals.findIndex(isDamaged);
  return at < 0 ? arrivals : arrivals.slice(0, Math.max(at, 1));
}

export function apology(
  deps: TurnDeps,
  conversation: Conversation,
  arrival: PendingArrival,
  at: number,
  push: boolean,
): TurnWork {
  const draft = new Draft(conversation, { kind: 'arrival' }, at, deps.flows);
  const say = { key: 'common.setAside', quick: ['human'] };
  draft.noteSaid([say]);
  draft.ticket('deadLetter', { activity: arrival.activityId });
  const spoken = { ...speak(deps.renderer, draft.state.lang, say), ...replyTo(arrival) };
  draft.said.push({ direction: 'bot', payload: JSON.parse(JSON.stringify(spoken)) });
  return draft.work(arrival.number, push);
}

/** Clients match an answer with its message; what happened unseen (somebody joined) has none. One that is damaged may have been seen. */
const replyTo = ({ activityId, payload }: PendingArrival): { replyToId?: string } =>
  payload.type === 'message' || payload.type === 'damaged' ? { replyToId: activityId } : {};
