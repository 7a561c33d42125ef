/** Which papers somebody waits for, and whose they are. Pure. */
import type { Moment } from '../clocks/days.ts';
import { findDocument } from '../documents/rules/index.ts';
import { isLacking, type PaperState, stateOf as paperState } from '../documents/state.ts';
import type { ClaimFacts } from '../fold.ts';

export interface Awaited {
  readonly document: string;
  readonly state: Extract<PaperState['state'], 'missing' | 'unreadable'>;
  /** Who asked for it, why and when; absent: it was received, and could not be read or was not the right one. */
  readonly asked?: { readonly who: string; readonly why: string; readonly at: Moment };
}

/** Whose eyes it is for: papers and promises of the other side are none of theirs. */
export type Side = 'insured' | 'injured';

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
