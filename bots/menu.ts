/** What is offered where words are not understood, or nothing is open: of her claim where she has one, else how to begin. */
import { grantsOf } from './identity/index.ts';
import type { Scope } from './scope.ts';

/** Reported here, or open by a code. */
export const hasClaim = (scope: Pick<Scope, 'draft' | 'deps'>): boolean =>
  scope.draft.state.claim !== null || grantsOf(scope).length > 0;

export function menuOf(scope: Pick<Scope, 'draft' | 'deps'>): readonly string[] {
  const { looksAt, cuts } = scope.draft.state;
  if (!hasClaim(scope)) return ['report', 'scene', 'progress', 'human'];
  const open = grantsOf(scope);
  const seen = open.find((one) => one.claim === looksAt) ?? open.at(-1);
  const facts = seen && scope.draft.facts.get(seen.claim);
  const settled = cuts !== undefined || (facts?.settlements ?? []).length > 0;
  return ['progress', ...(settled ? ['deduction'] : []), 'documents', 'human'];
}

/** Where a person should answer: nobody who has a claim is asked to report another. */
export function orPerson(scope: Pick<Scope, 'draft' | 'deps'>): readonly string[] {
  return hasClaim(scope) ? ['human', 'progress'] : ['human', 'report', 'progress'];
}
