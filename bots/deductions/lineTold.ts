/** One line of a settlement, told: by its number, its sum or a name; what a figure of it is. */
import type { Say } from '../../dialogs/say.ts';
import type { CutWish } from '../../understanding/deductions.ts';
import type { Scope } from '../scope.ts';
import { cutOf, figureSay, sumNamed } from './figure.ts';
import { limitSays } from './limit.ts';
import { noneSay, noSuchSay } from './none.ts';
import { cutAgain, cutSay, cutsOf, namedCut, sourcesSay } from './one.ts';
import { hasRead, setN } from './topic.ts';
import { type Own, wholeSays } from './whole.ts';
import { wholeFigure } from './wholeFigure.ts';
import type { Asked } from './wish.ts';

/** “那一万四千四又是啥子名堂”: the line of that sum. */
export function sumSays(scope: Scope, seen: Own, text: string): readonly Say[] | undefined {
  const cuts = cutsOf(seen.explanation);
  const n = sumNamed(cuts, text);
  const cut = cuts.find((one) => one.n === n);
  if (!cut) return undefined;
  const again = scope.draft.state.cuts?.n === cut.n && JUST_TOLD.has(scope.draft.state.lastSaid);
  setN(scope, cut.n);
  return [again ? cutAgain(scope, cut) : cutSay(cut, cuts.length)];
}

/** Unless that line was told just before. */
export const otherSum = (scope: Scope, seen: Own, text: string, before: number): readonly Say[] | undefined =>
  sumNamed(cutsOf(seen.explanation), text) === before ? undefined : sumSays(scope, seen, text);

/** The line that her message names, in fewer words. */
export function againSays(scope: Scope, { explanation }: Own, named: number | undefined): readonly Say[] | undefined {
  const cut = cutsOf(explanation).find(({ n }) => n === named);
  if (!cut) return undefined;
  setN(scope, cut.n);
  return [cutAgain(scope, cut)];
}

/** By its number, the next one, or by a name. */
export function lineSay(scope: Scope, seen: Own, wish: CutWish, before: number): Say {
  const cuts = cutsOf(seen.explanation);
  const told = cuts.find((one) => one.n === before) ?? cuts[0];
  if (wish.what === 'sources' && told) return sourcesSay(told);
  const names = wish.what === 'named' ? wish.names : undefined;
  const n = wish.what === 'number' ? wish.n : wish.what === 'next' ? before + 1 : names && namedCut(cuts, names)?.n;
  const cut = cuts.find((one) => one.n === n);
  if (!cut) return names ? noneSay(scope, seen, names) : noSuchSay(cuts.length);
  const read = hasRead(scope, cut.n);
  setN(scope, cut.n);
  // What she has read is said in fewer words.
  const again = names !== undefined && (read || (cut.n === before && JUST_TOLD.has(scope.draft.state.lastSaid)));
  return again ? cutAgain(scope, cut) : cutSay(cut, cuts.length);
}
const JUST_TOLD: ReadonlySet<string> = new Set(['explanation.one', 'explanation.path']);

/** The limit of compulsory insurance is no line, where nothing was taken off for it. */
export function lineSays(scope: Scope, seen: Own, wish: CutWish, before: number): readonly Say[] {
  const names = wish.what === 'named' ? wish.names : undefined;
  const isLimit = names?.codes.includes('limbLimit') && !namedCut(cutsOf(seen.explanation), names);
  return isLimit ? limitSays(scope, seen) : [lineSay(scope, seen, wish, before)];
}

/** What the number is; else the reason of that sum, or the whole in which it may stand. */
export function figureSays(
  scope: Scope,
  seen: Own,
  wish: Extract<CutWish, { what: 'figure' }>,
  { before, text }: Pick<Asked, 'before' | 'text'>,
) {
  const cuts = cutsOf(seen.explanation);
  const part = figureSay(seen, wish, before);
  if (part) return [part];
  const cut = cutOf(cuts, wish);
  if (!cut) return wholeFigure(scope, seen, wish) ?? sumSays(scope, seen, text) ?? wholeSays(seen);
  setN(scope, cut.n);
  return [cutSay(cut, cuts.length)];
}
