/** Nothing has moved for a week: because of whom, and since when. Pure. */
import type { ClaimFacts } from '../fold.ts';
import { leastFar, type ProgressLaw, peopleOf, progressOf } from '../progress/progress.ts';
import { stageOf } from '../stages/standing.ts';
import { hears } from './ears.ts';
import type { Ear, Item } from './types.ts';

/** Undefined where nothing more is to come. */
export function stillOf(facts: ClaimFacts, ear: Ear, now: number, law: ProgressLaw): Item | undefined {
  if (isOver(facts, ear, now)) return undefined;
  if (ear.door) return { kind: 'door' };
  const whole = hears(ear, [{ claim: 'stage' }]);
  const person = ear.own ?? (whole ? leastFar(facts, now) : undefined);
  const progress = person && progressOf(facts, { person, side: ear.side }, now, law);
  if (!progress) return { kind: 'unregistered' };
  const { stage, turn, awaited, side } = progress;
  // Whoever only reported it is not told of papers.
  const papers = ear.own || 'insuredPapers' in ear.seen.claim ? awaited.map(({ document }) => document) : [];
  return { kind: 'still', stage, actor: turn.who, because: turn.because, since: turn.since, side, papers };
}

/** Closed for everybody of whom she hears. */
export function isOver(facts: ClaimFacts, { own, seen }: Ear, now: number): boolean {
  const people = own ? [own] : peopleOf(facts).filter((id) => 'stage' in seen.claim || id in seen.people);
  return people.length > 0 && people.every((person) => stageOf(facts.stages ?? [], person, now)?.stage === 'closed');
}
