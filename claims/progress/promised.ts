/** Whose a promise is: the party's that it names, and nobody else's; one that names nobody was heard by whoever reported it. Pure. */
import { instantOf } from '../clocks/days.ts';
import type { ClaimFacts, PromiseMade } from '../fold.ts';
import type { Party } from '../recording/types.ts';
import type { Side } from './awaited.ts';

export interface Promised {
  readonly what: string;
  readonly who: string;
  readonly by: string;
  readonly late: boolean;
}

/** The driver hears nothing of what the insured was promised, and the insured nothing of his; who only reported it, what names nobody. */
export type Audience = Side | 'driver' | 'reporter';

/** For whom it is told. */
export interface Whom {
  readonly person: string;
  readonly side: Side;
  /** Absent: the side's. */
  readonly audience?: Audience;
}

const partyOf = ({ registered }: Pick<ClaimFacts, 'registered'>, id: string): Party | undefined =>
  registered?.parties.find((one) => one.id === id);

/** Heirs and agents hear for the person they stand in for. */
function principal(facts: Pick<ClaimFacts, 'registered'>, to: string): Party | undefined {
  const party = partyOf(facts, to);
  return party?.of === undefined ? party : (partyOf(facts, party.of) ?? party);
}

export function audienceOf({ to }: PromiseMade, facts: Pick<ClaimFacts, 'registered' | 'report'>): Audience {
  if (to === undefined)
    return facts.report.role === 'injured' || facts.report.role === 'family' ? 'injured' : 'insured';
  const role = principal(facts, to)?.role;
  return role === 'injured' || role === 'driver' ? role : 'insured';
}

/** The injured person whom it was made to; undefined: it names none. */
export const injuredOf = (facts: Pick<ClaimFacts, 'registered'>, { to }: PromiseMade): string | undefined => {
  const party = to === undefined ? undefined : principal(facts, to);
  return party?.role === 'injured' ? party.id : undefined;
};

/** Those that stand, the next first; a broken one whose place another took is not told beside it. */
export function promisedTo(facts: ClaimFacts, person: string, audience: Audience, now: number): readonly Promised[] {
  const replaced = new Set(facts.promises.map(({ instead }) => instead));
  const isTheirs = (one: PromiseMade): boolean => {
    if (audience === 'reporter') return one.to === undefined;
    return (
      audienceOf(one, facts) === audience && (audience !== 'injured' || (injuredOf(facts, one) ?? person) === person)
    );
  };
  return facts.promises
    .filter((one) => one.kept === undefined && !replaced.has(one.id) && isTheirs(one))
    .map(({ what, who, by }) => ({ what, who, by, late: instantOf(by, 'by') < now }))
    .toSorted((a, b) => instantOf(a.by, 'by') - instantOf(b.by, 'by'));
}
