/** “一共七万，强制险出多少，我自己出多少”: how a sum of treatment is paid, in the order of the law; who bears which share is said by nobody here. */
import { money } from '../../claims/figure.ts';
import { type Fen, parseYuan } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { shareIn, withoutCover } from '../../understanding/moneySums.ts';
import { lawFigure, lawSource } from '../lawFigure.ts';
import type { Whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { isFamily } from './sight.ts';

/** Undefined: the words name no sum beyond the limit of compulsory insurance, or that is not on file. */
export function splitSays(scope: Scope, text: string, own: Whose | undefined): readonly Say[] | undefined {
  const figure = lawFigure(scope, 'compulsory.medical.limit');
  if (figure === '') return undefined;
  const most = parseYuan(figure);
  const total = totalIn(sumsIn(withoutCover(text)), most);
  if (total === undefined) return undefined;
  // Of those who were hurt a share may be named the other way round.
  const share = isFamily(scope, own) ? undefined : shareIn(text);
  const values = {
    ...{ total: money(total), most: money(most), rest: money(total - most) },
    source: lawSource(scope, 'deduction.compulsoryFirst'),
  };
  const quick = ['advanceReply', 'advanceBack', 'human'];
  if (share === undefined) return [{ key: 'advance.aside.split', values, quick }];
  const part = ((total - most) * BigInt(share)) / 100n;
  const shared = { share: `${share}%`, part: money(part), other: money(total - most - part) };
  return [{ key: 'advance.aside.splitShare', values: { ...values, ...shared }, quick }];
}

/** “1万8不够3万” names the whole, “1万8的话还差1万2” what is left of it. */
function totalIn(sums: readonly Fen[], most: Fen): Fen | undefined {
  const others = sums.filter((sum) => sum !== most);
  const [largest] = [...others].sort((a, b) => (a < b ? 1 : -1));
  if (largest === undefined) return undefined;
  if (largest > most) return largest;
  return sums.includes(most) ? most + largest : undefined;
}
