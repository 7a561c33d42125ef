/** The turn for a message that cannot be handled: set aside, said so once, and put before a person. */
import type { Conversation, PendingArrival, TurnWork } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import { Draft } from './draft.ts';
import { speak } from './speak.ts';

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
  draft.said.push({
    direction: 'bot',
    payload: JSON.parse(JSON.stringify(speak(deps.renderer, draft.state.lang, say))),
  });
  return draft.work(arrival.number, push);
}
