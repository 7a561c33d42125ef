/** The whole of a settlement in a few lines, with a number for each reason: what was asked, what was accepted, who pays what. */
import { paymentSayings } from '../../claims/deductions/sayings.ts';
import { type NumberedCut, numberedCuts, wholeOf } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { peopleOf } from '../../claims/progress/progress.ts';
import type { Say } from '../../dialogs/say.ts';
import { shown } from '../shown.ts';
import type { Seen } from './seen.ts';

export type Own = Extract<Seen, { kind: 'own' }>;
type Liable = Extract<Seen, { kind: 'liable' }>;

export function wholeSays(own: Own): readonly Say[] {
  const { settlement, explanation, facts } = own;
  // The sums are not right: nothing is explained that may be wrong, and a person looks.
  if (explanation.status === 'unreconciled') return [{ key: 'explanation.unreconciled', quick: ['human'] }];
  const { lines } = explanation;
  const { asked, accepted, cut, payers } = wholeOf(settlement, lines);
  const cuts = numberedCuts(lines);
  const values = {
    ...{ number: shown('number', facts.registered?.number ?? facts.number), version: settlement.version },
    ...{ asked: money(asked), accepted: money(accepted), cut: money(cut) },
    payers: shown(
      'payers',
      payers.map(({ who, amount }) => ({ who, amount: money(amount) })),
    ),
    settled: shown('sayings', advancesAndPayees(own)),
    rows: shown('cutRows', rowsOf(cuts)),
    count: cuts.length,
    // “强制险怎么只付这些”, before it is asked.
    shared: peopleOf(facts).length > 1 && /[1-9]/.test(settlement.layers.compulsory.medical ?? ''),
  };
  if (cuts.length === 0) return [{ key: 'explanation.full', values, quick: ['progress', 'human'] }];
  return [{ key: 'explanation.whole', values, quick: ['firstCut', 'object', 'human'] }];
}

const rowOf = (n: number, item: string, code: string, amount: string) => ({ n, item, code, amount });

/** Each reason in a line. */
export const rowsOf = (cuts: readonly NumberedCut[]) =>
  cuts.map(({ n, line, cut }) => rowOf(n, line.item, cut.reason.code, money(cut.amount)));

export const nameOfHurt = ({ facts, person }: Pick<Own, 'facts' | 'person'>): string =>
  facts.registered?.parties.find(({ id }) => id === person)?.name ?? '';

/** Who advanced, and who gets what now; by name, since whoever reads knows no ids. */
function advancesAndPayees({ settlement, facts, person }: Own) {
  const name = nameOfHurt({ facts, person });
  const payable = settlement.payable.map((row) => (row.to === person ? { ...row, to: name } : row));
  return paymentSayings({ ...settlement, payable }).filter(({ key }) => !key.startsWith('deductions.layer.'));
}

/** What whoever is liable bears himself, by reason; of which treatment it is he does not see. */
export function liableSays({ rows }: Liable): readonly Say[] {
  const sum = money(sumFen(rows.map(({ amount }) => parseYuan(amount))));
  const shownRows = rows.map(({ code, amount }, i) => rowOf(i + 1, '', code, money(parseYuan(amount))));
  const values = { sum, rows: shown('cutRows', shownRows), count: rows.length };
  return [{ key: 'explanation.liable', values, quick: ['firstCut', 'human'] }];
}
