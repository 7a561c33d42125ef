/** “6000 怎么来的”: what a number of a reason is, and on which paper it stands. */
import { partWorth } from '../../claims/deductions/parts.ts';
import type { Saying } from '../../claims/deductions/sayings.ts';
import type { NumberedCut } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import { over, parseRatio, parseYuan, type Ratio, ratio, sumFen, times, yuanText } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import { type CutWish, namesSum, sumsIn } from '../../understanding/deductions.ts';
import { shown } from '../shown.ts';
import { cutsOf } from './one.ts';
import type { Own } from './whole.ts';

type Asked = Extract<CutWish, { what: 'figure' }>;

/** In the reason that was told last, else in any; undefined: no reason has it. */
export function figureSay({ explanation, settlement }: Own, { value, percent }: Asked, last: number): Say | undefined {
  const cuts = cutsOf(explanation);
  const first = cuts.filter(({ n }) => n === last);
  for (const { n, cut } of [...first, ...cuts]) {
    const part = cut.byPaper ? undefined : partWorth(cut.figure, worths(value, percent));
    if (!part) continue;
    const quick = [...(cut.reason.proves === 'insurer' ? ['itemisedList'] : []), 'object', 'human'];
    const values = { n, part: shown('sayings', [part]) };
    // What lies beyond compulsory insurance stands on no paper: it is the whole less what that pays.
    const isExcess = part.key === 'deductions.part.excess';
    const sums = isExcess ? sumsOf(settlement, part) : undefined;
    if (sums) return { key: 'explanation.figureExcess', values: { ...values, ...sums }, quick };
    if (part.key === 'deductions.part.share' || part.key === 'deductions.part.fault')
      return { key: 'explanation.figureShare', values, quick };
    if (isExcess || cut.paper === undefined || !ON_PAPER.test(part.key))
      return { key: 'explanation.figure', values, quick };
    return { key: 'explanation.figureOn', values: { ...values, paper: cut.paper }, quick };
  }
  return undefined;
}

/** What stands on a bill, a receipt or a certificate; a standard, a limit or a rate stands elsewhere. */
const ON_PAPER = /\.(?:asked|claimed|billed|charged|related|receipts|days|persons|participation|promised|fundPaid)$/;

/** As money, as days or people, or as a share. */
function worths(value: string, percent: boolean): readonly Ratio[] {
  const plain = parseRatio(value);
  const hundred = ratio(100n);
  return percent ? [over(plain, hundred)] : [times(plain, hundred), plain];
}

/** The reason of which that is the sum. */
export const cutOf = (cuts: readonly NumberedCut[], { value, percent }: Asked): NumberedCut | undefined =>
  percent ? undefined : cuts.find(({ cut }) => money(cut.amount).replaceAll(',', '') === value);

/** “四千二那条不服”: the line of that sum. */
export function sumNamed(cuts: readonly NumberedCut[], text: string): number | undefined {
  const exact = sumsIn(text)
    .map((sum) => cuts.find(({ cut }) => cut.amount === sum))
    .find((one) => one !== undefined)?.n;
  // “那一万四又是啥”: as people say 14,400, where only one line can be meant.
  const [about, ...others] = cuts.filter(({ cut }) => namesSum(text, yuanText(cut.amount)));
  return exact ?? (others.length === 0 ? about?.n : undefined);
}

/** What was asked for and what compulsory insurance pays, where that is how the number came about. */
function sumsOf({ lines, layers }: Own['settlement'], { values }: Saying): Record<string, string> | undefined {
  const asked = sumFen(lines.map((line) => parseYuan(line.asked)));
  const compulsory = sumFen(Object.values(layers.compulsory).map(parseYuan));
  return money(asked - compulsory) === values.value
    ? { asked: money(asked), compulsory: money(compulsory) }
    : undefined;
}
