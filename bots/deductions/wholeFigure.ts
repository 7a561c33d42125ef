/** “29,400 怎么来的”: a number of the whole, and out of which others it comes. */
import { wholeOf } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import { type Fen, parseYuan, sumFen } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import type { CutWish } from '../../understanding/deductions.ts';
import type { Scope } from '../scope.ts';
import { limitSays } from './limit.ts';
import { cutsOf } from './one.ts';
import type { Own } from './whole.ts';

type Asked = Extract<CutWish, { what: 'figure' }>;

export function wholeFigure(scope: Scope, own: Own, { value, percent }: Asked): readonly Say[] | undefined {
  const { settlement, explanation } = own;
  if (percent || explanation.status !== 'explained') return undefined;
  const fen = parseYuan(value);
  const { asked, accepted, cut, payers } = wholeOf(settlement, explanation.lines);
  const of = (who: string): Fen => payers.find((one) => one.who === who)?.amount ?? 0n;
  const quick = ['firstCut', 'object', 'human'];
  const told = (key: string, values: Readonly<Record<string, Fen>>): readonly Say[] => {
    const sums = Object.entries(values).map(([name, sum]) => [name, money(sum)]);
    return [{ key: `explanation.sum.${key}`, values: Object.fromEntries(sums), quick }];
  };
  if (fen === asked) return told('asked', { asked });
  if (fen === accepted) return told('accepted', { accepted, asked, cut });
  if (fen === cut) {
    const parts = cutsOf(explanation).map((one) => money(one.cut.amount));
    return [{ key: 'explanation.sum.cut', values: { cut: money(cut), parts: parts.join(' + ') }, quick }];
  }
  if (fen === of('compulsory')) return limitSays(scope, own);
  if (fen === of('commercial')) return told('commercial', { commercial: fen, accepted, compulsory: of('compulsory') });
  const advanced = sumFen(
    settlement.advances.filter(({ by }) => by === 'insurer').map(({ amount }) => parseYuan(amount)),
  );
  if (fen === advanced) return told('advanced', { advanced });
  return fen === accepted - advanced ? told('payable', { payable: fen, accepted, advanced }) : undefined;
}
