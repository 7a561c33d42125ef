/** Where a claim stands for one injured person: what “到哪一步了” and “为什么没有动” are answered from. Pure. */
import type { Law, WorkCalendar } from '../../law/types.ts';
import type { Moment } from '../clocks/days.ts';
import { due as clockReadings } from '../clocks/due.ts';
import type { ClockReading } from '../clocks/types.ts';
import { type PaperState, stateOf as paperState } from '../documents/state.ts';
import type { ClaimFacts } from '../fold.ts';
import { type Due, dueBy } from '../stages/due.ts';
import { lastDone, nextSteps, stageOfClaim, type Turn, turns } from '../stages/standing.ts';
import type { StageEvent, StageId } from '../stages/types.ts';
import { clockFactsOf } from './clockFacts.ts';

export interface Awaited {
  readonly document: string;
  readonly state: Extract<PaperState['state'], 'missing' | 'unreadable'>;
  /** Who asked for it, why and when; absent: it was received, and could not be read or was not the right one. */
  readonly asked?: { readonly who: string; readonly why: string; readonly at: Moment };
}

export interface Progress {
  readonly person: string;
  readonly stage: StageId;
  readonly turn: Turn;
  /** What goes on beside it: an advance, the police. */
  readonly beside: readonly Turn[];
  /** The usual next stage; undefined at the end, and while it stands still. */
  readonly next: StageId | undefined;
  readonly due: Due;
  /** Papers that somebody asked for and that are not here, or could not be used. */
  readonly awaited: readonly Awaited[];
  readonly last: StageEvent | undefined;
}

export interface ProgressLaw {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Undefined where nothing of this person's way is recorded; `now` in milliseconds. */
export function progressOf(facts: ClaimFacts, person: string, now: number, given: ProgressLaw): Progress | undefined {
  const history = facts.stages ?? [];
  const [turn, ...beside] = turns(history, person, now);
  if (!turn) return undefined;
  const readings = readingsOf(facts, person, now, given);
  const open = facts.promises.filter(({ kept }) => kept === undefined);
  return {
    ...{ person, stage: turn.stage, turn, beside },
    next: nextSteps(history, person, now).main[0],
    due: dueBy(turn.stage, readings, open, now),
    awaited: awaitedOf(facts, person),
    last: lastDone(history, person, now),
  };
}

/** The clocks of this claim: an insurer of a kind that is not in it has none. */
export function readingsOf(
  facts: ClaimFacts,
  person: string,
  now: number,
  given: ProgressLaw,
): readonly ClockReading[] {
  const policies = facts.registered?.policies ?? [];
  const absent = (kind: 'compulsory' | 'commercial'): boolean =>
    policies.length > 0 && !policies.some((one) => one.kind === kind);
  const gone = [
    ...(absent('compulsory') ? ['compulsoryInsurer'] : []),
    ...(absent('commercial') ? ['commercialInsurer'] : []),
  ];
  return clockReadings(clockFactsOf(facts, person), now, given).filter(({ who }) => !gone.includes(who));
}

/** The injured persons of a claim, as far as they are on their way. */
export const peopleOf = ({ registered }: ClaimFacts): readonly string[] =>
  (registered?.parties ?? []).filter(({ role }) => role === 'injured').map(({ id }) => id);

/** Of several the one who is least far: the claim is not over before. */
export function leastFar(facts: ClaimFacts, now: number): string | undefined {
  const history = facts.stages ?? [];
  const stage = stageOfClaim(history, now);
  if (stage === undefined) return undefined;
  return peopleOf(facts).find((person) => turns(history, person, now)[0]?.stage === stage);
}

function awaitedOf({ papers = [], papersAsked = [] }: ClaimFacts, person: string): readonly Awaited[] {
  const concerns = (one: { readonly person?: string }): boolean => (one.person ?? person) === person;
  const events = papers.filter(concerns);
  const asked = papersAsked.filter(concerns);
  const named = new Set([...asked, ...events].map(({ document }) => document));
  return [...named].flatMap((document) => {
    const { state } = paperState(document, events);
    const request = asked.findLast((one) => one.document === document);
    if (state !== 'missing' && state !== 'unreadable') return [];
    return [{ document, state, ...(request && { asked: { who: request.who, why: request.why, at: request.at } }) }];
  });
}
