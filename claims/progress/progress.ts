/** Where a claim stands for one injured person: what “到哪一步了” and “为什么没有动” are answered from. Pure. */
import type { Law, WorkCalendar } from '../../law/types.ts';
import { instantOf, type Moment } from '../clocks/days.ts';
import { due as clockReadings } from '../clocks/due.ts';
import type { ClockReading } from '../clocks/types.ts';
import { findDocument } from '../documents/rules/index.ts';
import { isLacking, type PaperState, stateOf as paperState } from '../documents/state.ts';
import type { ClaimFacts, PromiseMade } from '../fold.ts';
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

/** Whose eyes it is for: papers and promises of the other side are none of theirs. */
export type Side = 'insured' | 'injured';

export interface Promised {
  readonly what: string;
  readonly who: string;
  readonly by: string;
  readonly late: boolean;
}

export interface Progress {
  readonly person: string;
  readonly side: Side;
  readonly stage: StageId;
  readonly turn: Turn;
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
  readonly last: StageEvent | undefined;
}

export interface ProgressLaw {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Undefined where nothing of this person's way is recorded; `now` in milliseconds. */
export function progressOf(
  facts: ClaimFacts,
  { person, side }: { readonly person: string; readonly side: Side },
  now: number,
  given: ProgressLaw,
): Progress | undefined {
  const history = facts.stages ?? [];
  const [turn, ...beside] = turns(history, person, now);
  if (!turn) return undefined;
  const readings = readingsOf(facts, person, now, given);
  return {
    ...{ person, side, stage: turn.stage, turn },
    beside: beside.map((one) => ({ turn: one, due: dueBy(one.stage, readings, [], now) })),
    next: nextSteps(history, person, now).main[0],
    due: dueBy(turn.stage, readings, [], now),
    promised: promisedTo(facts, person, side, now),
    awaited: awaitedOf(facts, person, side),
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

/** A promise is made to whoever reported it, unless it names the injured person that it is for. */
export function sideOf({ to }: PromiseMade, { registered, report }: ClaimFacts): Side {
  if (to !== undefined)
    return registered?.parties.find(({ id }) => id === to)?.role === 'injured' ? 'injured' : 'insured';
  return report.role === 'injured' || report.role === 'family' ? 'injured' : 'insured';
}

/** One that names an injured person is that one's alone; a broken one whose place another took is not told beside it. */
function promisedTo(facts: ClaimFacts, person: string, side: Side, now: number): readonly Promised[] {
  const replaced = new Set(facts.promises.map(({ instead }) => instead));
  return facts.promises
    .filter((one) => one.kept === undefined && !replaced.has(one.id))
    .filter((one) => sideOf(one, facts) === side && (side === 'insured' || (one.to ?? person) === person))
    .map(({ what, who, by }) => ({ what, who, by, late: instantOf(by, 'by') < now }))
    .toSorted((a, b) => instantOf(a.by, 'by') - instantOf(b.by, 'by'));
}

/** The insured's are those that name nobody, or her; a paper that only the injured person has is not asked of her. */
export function concerns({ registered }: ClaimFacts, person: string, side: Side) {
  const insured = registered?.parties.filter(({ role }) => role === 'insured').map(({ id }) => id) ?? [];
  return (one: { readonly document: string; readonly person?: string }): boolean => {
    const brings = findDocument(one.document)?.brings;
    if (side === 'injured') return one.person === person || (one.person === undefined && brings !== 'insured');
    return one.person === undefined ? brings !== 'injured' : insured.includes(one.person);
  };
}

export function awaitedOf(facts: ClaimFacts, person: string, side: Side): readonly Awaited[] {
  const { papers = [], papersAsked = [] } = facts;
  const events = papers.filter(concerns(facts, person, side));
  const asked = papersAsked.filter(concerns(facts, person, side));
  const named = new Set([...asked, ...events].map(({ document }) => document));
  return [...named].flatMap((document): Awaited[] => {
    const stands = paperState(document, events);
    if (!isLacking(stands)) return [];
    const request = asked.findLast((one) => one.document === document);
    return [
      {
        document,
        state: stands.state,
        ...(request && { asked: { who: request.who, why: request.why, at: request.at } }),
      },
    ];
  });
}
