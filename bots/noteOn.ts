/** What somebody tells of a claim beside any question, kept with it in their own words. */
import type { ClaimId } from '../store/ports.ts';
import type { Draft } from './draft.ts';

/** By their number, and not by the hour: several may be told in one turn, or while the clock stands. The claim is known to the draft. */
export function noteOn(draft: Draft, claim: ClaimId, text: string): void {
  const nth = draft.facts.get(claim)?.corrections.length ?? 0;
  draft.event(claim, 'corrected', { part: 'details', changes: { [`note.${nth}`]: text } });
}
