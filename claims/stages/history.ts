/** A claim's way through its stages: events are added only where they are possible. Pure; instants are given. */
import { instantOf, type Moment } from '../clocks/days.ts';
import { findStage, ruleOf } from './rules/index.ts';
import type { Applied, History, Place, Refusal, StageChange, StageEvent, StageId, StageRule } from './types.ts';

export type { Applied, History, Place, StageEvent, StageId } from './types.ts';

/** From one place of a person to the next; for a stage beside the others: whether it may begin there. */
export function canMove(from: StageId, to: StageId): boolean {
  const { beside, during } = ruleOf(to);
  if (beside) return during === undefined || during.includes(from);
  return ruleOf(from).next.includes(to);
}

/** The history with the event, or why it cannot be. */
export function apply(history: History, event: StageEvent): Applied {
  const backwards = inTime(history, event);
  if (backwards) return { status: 'refused', ...backwards };
  const places = after(placesOf(history), event);
  return 'why' in places ? { status: 'refused', ...places } : { status: 'applied', history: [...history, event] };
}

/** Where everybody stood at an instant (milliseconds; absent: at the end of what is recorded). */
export function placesOf(history: History, at?: number): readonly Place[] {
  const until = at === undefined ? history : history.filter((one) => instantOf(one.at, 'at') <= at);
  return until.reduce<readonly Place[]>((places, event) => {
    const next = after(places, event);
    if ('why' in next) throw new RangeError(`${JSON.stringify(event)} is not possible: ${next.why}`);
    return next;
  }, []);
}

/** Each person's events go forward in time, and so do those of the claim as a whole. */
function inTime(history: History, event: StageEvent): Refusal | undefined {
  const instant = momentOf(event.at);
  if (instant === undefined) return { why: 'notAMoment' };
  const last = history.findLast((one) => one.person === event.person)?.at;
  return last !== undefined && instant < instantOf(last, 'at') ? { why: 'backInTime', last } : undefined;
}

function momentOf(at: Moment): number | undefined {
  try {
    return instantOf(at, 'at');
  } catch {
    return undefined;
  }
}

type Outcome = readonly Place[] | Refusal;

function after(places: readonly Place[], event: StageEvent): Outcome {
  if (event.type === 'joined') return joined(places, event);
  const rule = findStage(event.stage);
  if (!rule) return { why: 'unknownStage' };
  if ((rule.ofClaim === true) !== (event.person === undefined)) return { why: 'wrongSubject' };
  if (event.person !== undefined && !mainOf(places, event.person)) return { why: 'unknownPerson' };
  if (event.type === 'entered') return rule.beside ? begun(places, event, rule) : moved(places, event);
  return event.type === 'left' ? left(places, event, rule) : held(places, event, rule);
}

function joined(places: readonly Place[], { person, at }: Extract<StageEvent, { type: 'joined' }>): Outcome {
  if (!person) return { why: 'unknownPerson' };
  return mainOf(places, person) ? { why: 'alreadyHere' } : [...places, { stage: 'report', person, since: at }];
}

function moved(places: readonly Place[], { person, stage, at }: StageChange<'entered'>): Outcome {
  const from = mainOf(places, person);
  if (!from) return { why: 'unknownPerson' };
  if (from.stage === stage) return { why: 'alreadyHere' };
  if (!canMove(from.stage, stage)) return { why: 'notAllowed', stages: ruleOf(from.stage).next };
  if (from.pausedSince !== undefined) return { why: 'paused', stages: [from.stage] };
  const open = places.filter((one) => one !== from && one.person === person).map((one) => one.stage);
  // A request for an advance that nobody has answered is not closed over.
  if (ruleOf(stage).actor === 'nobody' && open.length > 0) return { why: 'stillOpen', stages: open };
  return places.map((one) => (one === from ? { stage, since: at, ...subject(person) } : one));
}

function begun(places: readonly Place[], { person, stage, at }: StageChange<'entered'>, rule: StageRule): Outcome {
  if (placeAt(places, stage, person)) return { why: 'alreadyHere' };
  const main = mainOf(places, person);
  if (main && !canMove(main.stage, stage)) return { why: 'notAllowed', stages: rule.during ?? [] };
  return [...places, { stage, since: at, ...subject(person) }];
}

function left(places: readonly Place[], { person, stage }: StageChange<'left'>, rule: StageRule): Outcome {
  if (!rule.beside) return { why: 'notAllowed', stages: rule.next };
  const place = placeAt(places, stage, person);
  if (!place) return { why: 'notOpen' };
  if (place.pausedSince !== undefined) return { why: 'paused', stages: [stage] };
  return places.filter((one) => one !== place);
}

function held(places: readonly Place[], change: StageChange<'paused' | 'resumed'>, rule: StageRule): Outcome {
  const place = placeAt(places, change.stage, change.person);
  if (!place) return { why: 'notOpen' };
  const { pausedSince, ...going } = place;
  if (change.type === 'resumed') return pausedSince === undefined ? { why: 'notPaused' } : swap(places, place, going);
  if (change.type !== 'paused') return { why: 'unknownEvent' };
  if (rule.hold === undefined) return { why: 'cannotPause' };
  return pausedSince === undefined ? swap(places, place, { ...going, pausedSince: change.at }) : { why: 'paused' };
}

const swap = (places: readonly Place[], before: Place, now: Place): readonly Place[] =>
  places.map((one) => (one === before ? now : one));
const subject = (person: string | undefined) => (person === undefined ? {} : { person });
const placeAt = (places: readonly Place[], stage: StageId, person: string | undefined): Place | undefined =>
  places.find((one) => one.stage === stage && one.person === person);

/** The one place of a person on the line that everybody goes. */
export const mainOf = (places: readonly Place[], person: string | undefined): Place | undefined =>
  places.find((one) => one.person !== undefined && one.person === person && !ruleOf(one.stage).beside);
