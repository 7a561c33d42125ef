/** What a route says of a case, made from little pieces. */
import type { AdvanceFacts, NeededFact, NotThisRoute, Verdict } from './types.ts';

export const notThisRoute = (why: NotThisRoute): Verdict => ({ status: 'notThisRoute', why });

/** Eligible once these papers are here. */
export function unlessLacking({ papers = [] }: AdvanceFacts, needed: readonly string[]): Verdict {
  const lacking = needed.filter((one) => !papers.includes(one));
  return lacking.length === 0 ? { status: 'eligible' } : { status: 'needs', facts: [], papers: lacking };
}

/** The same, and once this is known. */
export const onceKnown = (fact: NeededFact, papers: Verdict): Verdict => ({
  ...{ status: 'needs', facts: [fact], papers: papers.status === 'needs' ? papers.papers : [] },
});
