/** What was filed of a settlement and by whom, its letter, and the lines of which nothing was. */
import type { NumberedCut } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';
import { cutsOf } from './one.ts';
import type { Own } from './whole.ts';

/** Said by whoever writes here. */
export const isHers = ({ person }: { readonly person: string }, { from }: { readonly from?: string }): boolean =>
  from === undefined || from === person;

/** Her reasons as they stand, by the number of the line; what another one of the family has said is his. `anew`: this one she says otherwise now. */
export function filedBefore({ draft }: Scope, { facts, person, settlement }: Own, anew: number | undefined) {
  const filed = (facts.objections ?? []).filter(
    (one) =>
      one.victim === person &&
      one.version === settlement.version &&
      one.way !== 'notNow' &&
      isHers(draft.conversation, one),
  );
  return Object.fromEntries(filed.flatMap(({ n, why }) => (why === undefined || n === anew ? [] : [[n, why]])));
}

/** The line that she has not spoken of: whoever disagrees with one seldom knows that the others stay as they are. */
export function unfiledBeside(
  { draft: { conversation } }: Scope,
  { facts, person, settlement, explanation }: Own,
  n: number,
): readonly Say[] {
  const filed = (facts.objections ?? []).filter(
    (one) => one.victim === person && one.version === settlement.version && isHers(conversation, one),
  );
  return unfiledSays(cutsOf(explanation), [...filed, { n }]);
}

/** The draft, to print or to copy. */
export const letter = ({ deps, draft }: Scope, claim: ClaimId, id: string): NonNullable<Say['links']> => [
  { name: 'objection', url: deps.objectionUrl(claim, draft.conversation.id, { id, lang: draft.state.lang }) },
];

/** Lines of which nothing was filed: said, so that nobody believes they were. */
export function unfiledSays(cuts: readonly NumberedCut[], filed: readonly { readonly n: number }[]): readonly Say[] {
  const [first] = cuts.filter(({ n }) => filed.every((one) => one.n !== n));
  if (!first) return [];
  const values = { n: first.n, amount: money(first.cut.amount) };
  return [{ key: 'objection.unfiled', values, quick: ['object', 'human'] }];
}
