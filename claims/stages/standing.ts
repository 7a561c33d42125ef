/** What the stages say to whoever asks: where it stands, whose turn it is, what comes next. Pure. */
import { instantOf, type Moment } from '../clocks/days.ts';
import type { ClockFacts, Pause } from '../clocks/types.ts';
import { mainOf, placesOf } from './history.ts';
import { ruleOf, STAGES } from './rules/index.ts';
import type { Actor, History, Hold, Place, StageEvent, StageId } from './types.ts';

/** Where a person stood at an instant; undefined before he was known. */
export const stageOf = (history: History, person: string, at?: number): Place | undefined =>
  mainOf(placesOf(history, at), person);

/** The claim is as far as the person who is least far; undefined while nobody is known to be hurt. */
export function stageOfClaim(history: History, at?: number): StageId | undefined {
  const people = placesOf(history, at).filter(({ stage }) => !ruleOf(stage).beside);
  return STAGES.find(({ id }) => people.some(({ stage }) => stage === id))?.id;
}

export interface Turn {
  readonly who: Actor;
  readonly stage: StageId;
  /** Since when it is this one's turn. */
  readonly since: Moment;
  /** Why: it is his stage, or it stands still because papers lack or the police have suspended the case. */
  readonly because: 'stage' | Hold;
}

/** Everything that goes on for a person, his own place first; then an advance, then the police. */
export function turns(history: History, person: string, at?: number): readonly Turn[] {
  const places = placesOf(history, at);
  const main = mainOf(places, person);
  if (!main) return [];
  const beside = places.filter((one) => one !== main && (one.person === person || ruleOf(one.stage).ofClaim));
  return [main, ...beside.sort((a, b) => (a.person ? -1 : 0) - (b.person ? -1 : 0))].map(turnOf);
}

export const whoseTurn = (history: History, person: string, at?: number): Turn | undefined =>
  turns(history, person, at)[0];

function turnOf({ stage, since, pausedSince }: Place): Turn {
  const { actor, hold } = ruleOf(stage);
  if (pausedSince === undefined || hold === undefined) return { who: actor, stage, since, because: 'stage' };
  return { who: hold === 'papers' ? 'client' : actor, stage, since: pausedSince, because: hold };
}

/** What last happened to a person or to the claim as a whole: for “why has nothing moved?”. */
export const lastDone = (history: History, person: string, at?: number): StageEvent | undefined =>
  history
    .filter((one) => (one.person ?? person) === person && (at === undefined || instantOf(one.at, 'at') <= at))
    // Recorded late, it may have happened earlier; of two at one instant the later entry counts.
    .reduce<StageEvent | undefined>(
      (last, one) => (last && instantOf(one.at, 'at') < instantOf(last.at, 'at') ? last : one),
      undefined,
    );

export interface NextSteps {
  /** The usual way first. */
  readonly main: readonly StageId[];
  readonly mayBegin: readonly StageId[];
  readonly mayEnd: readonly StageId[];
}

export function nextSteps(history: History, person: string, at?: number): NextSteps {
  const places = placesOf(history, at);
  const main = mainOf(places, person);
  if (!main) return { main: [], mayBegin: [], mayEnd: [] };
  const open = places.filter((one) => one !== main && (one.person === person || one.person === undefined));
  const isOpen = (id: StageId): boolean => open.some(({ stage }) => stage === id);
  const beside = STAGES.filter((rule) => rule.beside && (rule.during ?? [main.stage]).includes(main.stage));
  return {
    main: main.pausedSince === undefined ? ruleOf(main.stage).next : [],
    mayBegin: beside.map(({ id }) => id).filter((id) => !isOpen(id)),
    mayEnd: open.filter(({ pausedSince }) => pausedSince === undefined).map(({ stage }) => stage),
  };
}

/** What the clocks must know: their own facts, and the times at which a person's stages (and the police) stood still. */
export function clockFacts(history: History, person: string, known: ClockFacts): ClockFacts {
  const own = history.filter((one) => one.person === person || one.person === undefined);
  const pauses: Pause[] = [];
  let events = known.events;
  for (const one of own) {
    if (one.type !== 'paused' && one.type !== 'resumed') continue;
    const police = ruleOf(one.stage).hold === 'police';
    if (one.type === 'paused' && !police) pauses.push({ kind: 'papers', from: one.at });
    if (one.type === 'resumed' && !police)
      pauses.push({ ...(pauses.pop() ?? { kind: 'papers', from: one.at }), to: one.at });
    if (police) events = suspension(events, one.type, one.at);
  }
  return { ...known, events, pauses: [...(known.pauses ?? []), ...pauses] };
}

/** The rules know one suspension of the police at a time: a new one takes the place of the last. */
function suspension(events: ClockFacts['events'], type: 'paused' | 'resumed', at: Moment): ClockFacts['events'] {
  if (type === 'resumed') return { ...events, suspensionEnded: at };
  const { suspensionEnded: _over, ...others } = events;
  return { ...others, suspended: at };
}
