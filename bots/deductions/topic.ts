/** Which claim's settlement is spoken of, and how far it was told. */
import type { ClaimId } from '../../store/ports.ts';
import { grantsOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';

/** What was explained is spoken of for so long. */
const SPOKEN_OF = 30 * 60_000;

/** The claim that is looked at, where nothing was explained lately. */
export function newTopic(scope: Scope): Topic | undefined {
  const { looksAt } = scope.draft.state;
  const grants = grantsOf(scope);
  const claim = grants.find((one) => one.claim === looksAt)?.claim ?? grants.at(-1)?.claim;
  return claim && { claim, at: scope.draft.at, n: 0 };
}

export interface Topic {
  readonly claim: ClaimId;
  readonly at: number;
  /** The number of the reason that was told last; 0: none yet. */
  readonly n: number;
}

export function topicOf({ draft }: Scope): Topic | undefined {
  const { cuts } = draft.state;
  return cuts && draft.at - cuts.at < SPOKEN_OF ? cuts : undefined;
}
