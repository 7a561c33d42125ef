/** Whose eyes somebody sees a claim with: which injured persons, and from which side. What may be seen says claims/visible.ts. */
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { type Audience, leastFar, peopleOf, type Side } from '../../claims/progress/progress.ts';
import { type Viewer, visible } from '../../claims/visible.ts';
import { viewerOf } from '../identity/index.ts';

export interface Eyes {
  readonly side: Side;
  /** Whose promises are told. */
  readonly audience: Audience;
  /** The one to tell of first; undefined: nothing is recorded of anybody. */
  readonly person: string | undefined;
  /** Names of people may be said. */
  readonly named: boolean;
  readonly others: readonly string[];
}

/** Undefined: the phone or party that was verified is no longer on the claim. */
export function eyesOf(grant: Grant, facts: ClaimFacts, at: number): Eyes | undefined {
  const viewer = viewerOf(grant, facts);
  if (!viewer) return undefined;
  const people = peopleOf(facts);
  const whole = { claim: { stage: true }, people: Object.fromEntries(people.map((id) => [id, { stage: true }])) };
  const seen = visible(viewer, whole, at);
  const mine = people.filter((id) => id in seen.people);
  const wholeClaim = 'stage' in seen.claim;
  if (!wholeClaim && mine.length === 0) return undefined;
  const first = wholeClaim ? leastFar(facts, at) : mine[0];
  return {
    ...{
      side: wholeClaim ? 'insured' : 'injured',
      audience: audienceFor(viewer, wholeClaim),
      person: first,
      named: mine.length > 0 && people.length > 1,
    },
    others: mine.filter((id) => id !== first),
  };
}

/** Whoever stands in for somebody hears what he was promised. */
const audienceFor = ({ role }: Viewer, wholeClaim: boolean): Audience =>
  role === 'driver' || role === 'reporter' ? role : wholeClaim ? 'insured' : 'injured';
