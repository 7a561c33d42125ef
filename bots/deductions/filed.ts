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

/** Of the settlement that stands, what she has said herself; what another one of the family has said is his. */
export const hersIn = ({ draft }: Scope, { facts, person, settlement: { version } }: Own) =>
  (facts.objections ?? []).filter(
    (one) => one.victim === person && one.version === version && isHers(draft.conversation, one),
  );

/** Her reasons as they stand, by the number of the line. `anew`: this one she says otherwise now. */
export function filedBefore(scope: Scope, own: Own, anew: number | undefined) {
  const stand = hersIn(scope, own).filter(({ n, way }) => way !== 'notNow' && n !== anew);
  return Object.fromEntries(stand.flatMap(({ n, why }) => (why === undefined ? [] : [[n, why]])));
}

/** The line that she has not spoken of: whoever disagrees with one seldom knows that the others stay as they are. */
export const unfiledBeside = (scope: Scope, own: Own, n: number): readonly Say[] =>
  unfiledSays(cutsOf(own.explanation), [...hersIn(scope, own), { n }]);

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
