/**
 * From a settlement to a traced line for each difference. Everything is added up again: unless every sum agrees to the
 * fen the result is `unreconciled`, names the difference, and explains nothing.
 */
import type { Law, LawMissing, LawValue, LawView } from '../../law/types.ts';
import { dayOf, nameOf } from '../clocks/days.ts';
import { type Figure, line as rounded, yuan } from '../figure.ts';
import { type Fen, parseYuan, type Ratio, sumFen } from '../money.ts';
import { computed, givenOf, type Laws } from './basis.ts';
import type { LawFigure, Reason } from './reason.ts';
import { bearerOf, reasonOf } from './reasons/index.ts';
import {
  apart,
  type Bearer,
  type Cut,
  layerSum,
  type Problem,
  type SettledLine,
  type Settlement,
  sumOf,
} from './settlement.ts';

/** One reason of one line, with everything an explanation says about it. */
export interface TracedCut {
  readonly reason: Reason;
  readonly amount: Fen;
  /** How the amount was made; `byPaper`: nothing to compute from was given, it stands on its paper. */
  readonly figure: Figure;
  readonly byPaper: boolean;
  readonly paper: string | undefined;
  /** His share of fault is in the amount already. */
  readonly sharedAlready: boolean;
  readonly bearer: Bearer;
  /** Why the reason seems not to fit here (`deductions.doubt.*`). It is said, and a person looks. */
  readonly doubt: string | undefined;
  /** What is said besides (`deductions.also.*`). */
  readonly also: string | undefined;
  /** The share of fault of whoever is liable, where it is known; one where the amount is all his. */
  readonly share: Ratio | undefined;
  readonly toPerson: boolean;
  readonly rests: readonly LawValue[];
  /** Figures of law for some of its sayings; undefined where one is missing, and the saying is left out. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  readonly missing: readonly LawMissing[];
}
export interface TracedLine {
  readonly item: SettledLine['item'];
  readonly asked: Fen;
  readonly accepted: Fen;
  readonly cuts: readonly TracedCut[];
}
export type Explanation =
  | {
      readonly status: 'explained';
      readonly settlement: Settlement;
      readonly lines: readonly TracedLine[];
      readonly toPerson: boolean;
      /** Where to complain, days to payment once agreed, years to go to court; undefined where none is on file. */
      readonly complaints: string | undefined;
      readonly payWithin: string | undefined;
      readonly sueWithin: string | undefined;
    }
  | { readonly status: 'unreconciled'; readonly problems: readonly Problem[] };

export function explain(settlement: Settlement, law: Law): Explanation {
  const { at, accidentDate } = settlement;
  const accident = accidentDate === undefined ? undefined : law.at(accidentDate);
  const laws: Laws = { now: law.at(nameOf(dayOf(at, '/at'))), accident };
  const lines = settlement.lines.map((line) => tracedLine(line, settlement, laws));
  const problems = [...sums(settlement), ...lines.flatMap(figureProblems)];
  if (problems.length > 0) return { status: 'unreconciled', problems };
  const onFile = (id: string): string | undefined => {
    const found = laws.now.get(id, 'claims/deductions');
    return found.status === 'value' ? found.value : undefined;
  };
  return {
    status: 'explained',
    settlement,
    lines,
    toPerson: lines.some((line) => line.cuts.some((cut) => cut.toPerson)),
    complaints: onFile('hotline.complaints'),
    payWithin: onFile('compulsory.clock.payment'),
    sueWithin: onFile('clock.limitation.injured'),
  };
}

function tracedLine(line: SettledLine, settlement: Settlement, laws: Laws): TracedLine {
  const cuts = line.reasons.map((cut) => tracedCut(cut, line, settlement, laws));
  return { item: line.item, asked: parseYuan(line.asked), accepted: parseYuan(line.accepted), cuts };
}

function tracedCut(cut: Cut, line: SettledLine, settlement: Settlement, laws: Laws): TracedCut {
  const plain = reasonOf(cut.code);
  const reason = { ...plain, ...plain.byItem?.[line.item] };
  const missing: LawMissing[] = [];
  const given = givenOf(reason.basis, cut.basis ?? {}, line, settlement, laws, (one) => missing.push(one));
  const figure = computed(reason.figure, given);
  const also = reason.also?.(given);
  const doubt = doubtOf(reason, cut, line) ?? reason.doubt?.(given);
  return {
    reason,
    amount: parseYuan(cut.amount),
    figure: figure ?? yuan('amount', parseYuan(cut.amount)),
    byPaper: figure === undefined,
    paper: cut.paper,
    bearer: bearerOf(cut),
    sharedAlready: reason.sharedAlready?.(given) ?? false,
    doubt,
    also,
    share: given.fault?.value,
    toPerson: reason.alwaysPerson || doubt !== undefined,
    ...lawOf(reason, laws.now, also),
    missing,
  };
}

/** The texts a reason rests on, and the figures of law in its words, on the day of the decision. */
export function lawOf(
  { code, law, alsoLaw = {}, figures = {} }: Reason,
  now: LawView,
  also: string | undefined,
): Pick<TracedCut, 'rests' | 'figures'> {
  const asker = `deductions.${code}`;
  const one = (wanted: Readonly<Record<string, LawFigure>>): Record<string, string> | undefined => {
    const found = Object.entries(wanted).map(([name, figure]) => {
      const answer = now.get(figure.law, asker);
      return [name, answer.status === 'value' ? answer[figure.part] : undefined] as const;
    });
    const known = found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
    return known.length === found.length ? Object.fromEntries(known) : undefined;
  };
  return {
    rests: [...law, ...(also === undefined ? [] : (alsoLaw[also] ?? []))]
      .map((parameter) => now.get(parameter, asker))
      .filter((answer) => answer.status === 'value'),
    figures: Object.fromEntries(Object.entries(figures).map(([saying, wanted]) => [saying, one(wanted)])),
  };
}

function doubtOf({ items, proves, figure }: Reason, cut: Cut, { item }: SettledLine): string | undefined {
  if (items !== 'all' && !items.includes(item)) return items.length === 0 ? 'advanceIsNoCut' : 'wrongItem';
  const bare = cut.paper === undefined && cut.basis === undefined;
  return bare && proves === 'insurer' && figure !== undefined ? 'unproved' : undefined;
}

/** A figure that can be computed must come out as the amount that was cut. */
function figureProblems({ cuts }: TracedLine, at: number): Problem[] {
  return cuts.flatMap(({ figure, amount, reason }, i) =>
    apart(`/lines/${at}/reasons/${i}/amount`, `${reason.code} by its basis`, amount, rounded(figure).amount, 'figure'),
  );
}

function sums(settlement: Settlement): Problem[] {
  const { lines, layers, advances, payable } = settlement;
  const accepted = sumFen(lines.map((line) => parseYuan(line.accepted)));
  const paidBefore = sumOf(advances.filter((one) => one.by === 'insurer'));
  return [
    ...lines.flatMap(({ asked, accepted: got, reasons }, i) =>
      apart(
        `/lines/${i}/reasons`,
        'sum of the reasons = asked − accepted',
        sumOf(reasons),
        parseYuan(asked) - parseYuan(got),
        'reasons',
      ),
    ),
    ...apart('/layers', 'sum of the layers = sum of what is accepted', layerSum(layers), accepted, 'layers'),
    // The driver's and the fund's advances go back to them out of the same money: they are rows of `payable`.
    ...apart(
      '/payable',
      'sum payable = sum of the layers − advances of the insurer',
      sumOf(payable),
      accepted - paidBefore,
      'payable',
    ),
  ];
}
