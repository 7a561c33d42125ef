/** “6000 怎么来的”: what a number of a reason is, and on which paper it stands. */
import { partWorth } from '../../claims/deductions/parts.ts';
import type { NumberedCut } from '../../claims/deductions/whole.ts';
import { over, parseRatio, type Ratio, ratio, times, yuanText } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import type { CutWish } from '../../understanding/deductions.ts';
import { shown } from '../shown.ts';

type Asked = Extract<CutWish, { what: 'figure' }>;

/** In the reason that was told last, else in any; undefined: no reason has it. */
export function figureSay(cuts: readonly NumberedCut[], { value, percent }: Asked, last: number): Say | undefined {
  const first = cuts.filter(({ n }) => n === last);
  for (const { n, cut } of [...first, ...cuts]) {
    const part = cut.byPaper ? undefined : partWorth(cut.figure, worths(value, percent));
    if (!part) continue;
    const quick = [...(cut.reason.proves === 'insurer' ? ['itemisedList'] : []), 'object', 'human'];
    const values = { n, part: shown('sayings', [part]) };
    if (cut.paper === undefined) return { key: 'explanation.figure', values, quick };
    return { key: 'explanation.figureOn', values: { ...values, paper: cut.paper }, quick };
  }
  return undefined;
}

/** As money, as days or people, or as a share. */
function worths(value: string, percent: boolean): readonly Ratio[] {
  const plain = parseRatio(value);
  const hundred = ratio(100n);
  return percent ? [over(plain, hundred)] : [times(plain, hundred), plain];
}

/** The reason of which that is the sum. */
export const cutOf = (cuts: readonly NumberedCut[], { value, percent }: Asked): NumberedCut | undefined =>
  percent ? undefined : cuts.find(({ cut }) => yuanText(cut.amount).replace(/\.00$/, '') === value);
