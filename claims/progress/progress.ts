/** Where a claim stands for one injured person: what “到哪一步了” and “为什么没有动” are answered from. Pure. */
import type { Law, WorkCalendar } from '../../law/types.ts';
import type { Moment } from '../clocks/days.ts';
import { due as clockReadings } from '../clocks/due.ts';
import type { ClockReading } from '../clocks/types.ts';
import type { ClaimFacts } from '../fold.ts';
import { type Due, dueBy } from '../stages/due.ts';
import { nextSteps, stageOf, stageOfClaim, type Turn, turns } from '../stages/standing.ts';
import type { StageId } from '../stages/types.ts';
import { type Awaited, awaitedOf, type Side } from './awaited.ts';
import { clockFactsOf } from './clockFacts.ts';
import { isAnswered, type LastMove, lastMove, type TurnNow, turnNow } from './moves.ts';
import { type Promised, promisedTo, type Whom } from './promised.ts';

export { type Awaited, awaitedOf, concerns, type Side } from './awaited.ts';
export type { Audience, Promised, Whom } from './promised.ts';

export interface Progress {
  readonly person: string;
  readonly side: Side;
  readonly stage: StageId;
  /** Since when it is in that stage. */
  readonly began: Moment;
  readonly turn: TurnNow;
  /** What goes on beside it, such as an advance or the police, and by when. */
  readonly beside: readonly { readonly turn: Turn; readonly due: Due }[];
  /** The usual next stage; undefined at the end, and while it stands still. */
  readonly next: StageId | undefined;
  /** By the clocks of the law. */
  readonly due: Due;
  /** What was promised to her and is not kept, the next first. */
  readonly promised: readonly Promised[];
  /** Papers that somebody asked for and that are not here, or could not be used. */
  readonly awaited: readonly Awaited[];
  readonly last: LastMove | undefined;
}

export interface ProgressLaw {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Undefined where nothing of this person's way is recorded; `now` in milliseconds. */
export function progressOf(facts: ClaimFacts, whom: Whom, now: number, given: ProgressLaw): Progress | undefined {
  const { person, side, audience = side } = whom;
  const history = facts.stages ?? [];
  const [turn, ...others] = turns(history, person, now);
  const place = stageOf(history, person, now);
  if (!turn || !place) return undefined;
  const readings = readingsOf(facts, person, now, given);
  const awaited = awaitedOf(facts, person, side);
  const wanting = side === 'injured' ? awaited : awaitedOf(facts, person, 'injured');
  const beside = others.filter((one) => !isAnswered(facts, person, one));
  return {
    ...{ person, side, stage: turn.stage, began: place.since, turn: turnNow(facts, whom, turn, wanting) },
    beside: beside.map((one) => ({ turn: one, due: dueBy(one.stage, readings, [], now) })),
    next: nextSteps(history, person, now).main[0],
    due: dueBy(turn.stage, readings, [], now),
    promised: promisedTo(facts, person, audience, now),
    awaited,
    last: lastMove(facts, whom, now),
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
