/**
 * An estimate prepared for reading: every line with its arithmetic printed from the trace, what the numbers in it are,
 * what is assumed and missing, and the texts it rests on. Words come later (locales); here are only names and numbers.
 */
import type { Law, LawValue } from '../../law/types.ts';
import { type Figure, type Leaf, leavesOf, printed, type Wording, yuanShown } from '../figure.ts';
import { compare, type Fen, parseYuan, ratio, roundHalfUp, sumFen } from '../money.ts';
import { writtenOf } from './ask.ts';
import { type Case, LIMBS, type Victim } from './case.ts';
import type { Estimate, Status } from './estimate.ts';
import type { Asked, ItemOutcome, Note, Row } from './outcome.ts';

export interface ExplainedLine {
  readonly victim: string;
  /** Absent in a total. */
  readonly vehicle?: string;
  readonly policy?: string | undefined;
  readonly limb?: string;
  readonly amount: string;
  /** `a × b`; absent where the amount says it all. */
  readonly formula?: string;
  /** Half up; or so that several lines add up to their sum. */
  readonly rounding?: 'rounded' | 'shared';
  /** What the numbers of the formula are. */
  readonly legend: readonly (Pick<Leaf, 'name' | 'about'> & { readonly shown: string })[];
}
export interface ExplainedItem extends Partial<ExplainedLine> {
  readonly victim: string;
  readonly item: string;
  readonly called: string;
  readonly status: Status;
  readonly missing: readonly Asked[];
  readonly reason?: Note;
}
export interface Explanation {
  readonly status: Status;
  readonly of: Pick<Case, 'accidentDate' | 'asOf' | 'region'>;
  readonly victims: readonly Pick<Victim, 'id' | 'outcome' | 'rides'>[];
  readonly items: readonly ExplainedItem[];
  /** Which items each limb of the compulsory cover holds, as far as they are in this case. */
  readonly limbs: readonly { readonly limb: string; readonly items: readonly string[] }[];
  /** Each victim's own loss. */
  readonly losses: readonly { readonly victim: string; readonly amount: string }[];
  readonly total: string | undefined;
  readonly compulsory: readonly ExplainedLine[];
  readonly commercial: readonly ExplainedLine[];
  readonly tortfeasor: readonly ExplainedLine[];
  readonly victimBears: readonly ExplainedLine[];
  readonly sums: Readonly<Record<'compulsory' | 'commercial' | 'tortfeasor' | 'victimBears', string>>;
  readonly payable: readonly {
    readonly from: string;
    readonly vehicle: string;
    readonly to: string;
    readonly amount: string;
  }[];
  readonly advanced: readonly { readonly by: string; readonly victim: string; readonly amount: string }[];
  /** Days within which an agreed sum is paid; undefined where the law of the day is not known. */
  readonly payWithin: string | undefined;
  /** Years within which the injured person goes to court; undefined where the law of the day is not known. */
  readonly sueWithin: string | undefined;
  readonly assumptions: readonly Note[];
  readonly missing: readonly Asked[];
  readonly sources: readonly {
    readonly title: string;
    readonly number: string;
    readonly article: string;
    readonly mark: string;
    readonly address: string;
  }[];
}

/** `word` writes a number with its unit in the reader's language. */
export function explain(estimate: Estimate, of: Case, law: Law, word: Wording): Explanation {
  const { status, layers, assumptions, missing, used } = estimate;
  const yuan = (fen: Fen): string => word.leaf(yuanShown(ratio(fen)), { counts: 'yuan' });
  const line = lineWith(yuan, word);
  const clock = (id: string): string | undefined => layers && writtenOf(law.at(of.asOf, of.region), id, 'explanation');
  const amounts = estimate.items.filter((item): item is ItemOutcome & Row => item.status === 'amount');
  const rows = <T extends Amount>(all: readonly T[] | undefined, of: (row: T) => Of) =>
    (all ?? []).filter(({ amount }) => amount !== 0n).map((row) => ({ ...of(row), ...line(row) }));
  const sum = (all: readonly { readonly amount: Fen }[] | undefined): string =>
    yuan(sumFen((all ?? []).map((row) => row.amount)));
  return {
    status,
    of: { accidentDate: of.accidentDate, asOf: of.asOf, region: of.region },
    victims: of.victims.map(({ id, outcome, rides }) => ({ id, outcome, ...(rides && { rides }) })),
    items: estimate.items.map((item) => itemOf(item, line)),
    limbs: limbsOf(amounts),
    losses: of.victims.map(({ id }) => ({
      victim: id,
      amount: yuan(sumFen(amounts.filter((row) => row.victim === id).map((row) => row.line.amount))),
    })),
    total: layers && yuan(layers.total),
    compulsory: rows(layers?.compulsory, ({ vehicle, victim, limb }) => ({ vehicle, victim, limb })),
    commercial: rows(layers?.commercial, ({ vehicle, victim, policy }) => ({ vehicle, victim, policy })),
    tortfeasor: rows(layers?.tortfeasor, ({ vehicle, victim }) => ({ vehicle, victim })),
    victimBears: rows(layers?.victimBears, ({ victim }) => ({ victim })),
    sums: {
      compulsory: sum(layers?.compulsory),
      commercial: sum(layers?.commercial),
      tortfeasor: sum(layers?.tortfeasor),
      victimBears: sum(layers?.victimBears),
    },
    payable: (layers?.payable ?? []).map(({ amount, ...row }) => ({ ...row, amount: yuan(amount) })),
    advanced: (of.advances ?? []).map(({ by, victim, amount }) => ({ by, victim, amount: yuan(parseYuan(amount)) })),
    payWithin: clock('compulsory.clock.payment'),
    sueWithin: clock('clock.limitation.injured'),
    assumptions,
    missing,
    sources: textsOf(used),
  };
}

type Of = Pick<ExplainedLine, 'victim' | 'vehicle' | 'policy' | 'limb'>;
type Amount = { readonly amount: Fen; readonly figure: Figure };
type Lined = (row: Amount) => Omit<ExplainedLine, keyof Of>;
const lineWith =
  (yuan: (fen: Fen) => string, word: Wording): Lined =>
  ({ amount, figure }) => {
    const text = yuan(amount);
    const formula = printed(figure, word);
    const legend = leavesOf(figure).map((leaf) => ({
      name: leaf.name,
      shown: printed(leaf, word),
      ...(leaf.about && { about: leaf.about }),
    }));
    return { amount: text, ...(formula === text ? {} : { formula, ...roundingOf(figure, amount) }), legend };
  };

function roundingOf({ value }: Figure, amount: Fen): Pick<ExplainedLine, 'rounding'> {
  if (compare(value, ratio(amount)) === 0) return {};
  return { rounding: roundHalfUp(value) === amount ? 'rounded' : 'shared' };
}

function itemOf(item: ItemOutcome, line: Lined): ExplainedItem {
  const of = { victim: item.victim, item: item.item, called: item.name ?? '', status: item.status, missing: [] };
  if (item.status === 'missing') return { ...of, missing: item.missing };
  if (item.status !== 'amount') return { ...of, reason: item.reason };
  return { ...of, ...line(item.line) };
}

function limbsOf(rows: readonly Row[]): Explanation['limbs'] {
  const inside = rows.filter(({ bearer }) => bearer === 'compulsory');
  return LIMBS.map((limb) => ({
    limb,
    items: [...new Set(inside.filter((row) => row.limb === limb).map(({ item }) => item))],
  })).filter(({ items }) => items.length > 0);
}

const WORSE = ['verified', 'secondary', 'unconfirmed'];
/** One row a text: its articles together, and the least sure of the marks of what was taken from it. */
function textsOf(used: readonly LawValue[]): Explanation['sources'] {
  const texts = Map.groupBy(used, ({ source }) => `${source.title} ${source.number}`);
  return [...texts.values()].flatMap(([first, ...more]) => (first ? [textOf(first, [first, ...more])] : []));
}
function textOf({ source }: LawValue, values: readonly LawValue[]): Explanation['sources'][number] {
  const articles = [...new Set(values.flatMap((value) => value.source.article ?? []))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const mark = values.map((value) => value.mark).reduce((a, b) => (WORSE.indexOf(a) >= WORSE.indexOf(b) ? a : b));
  const { title, number, address = '' } = source;
  return { title, number, article: articles.join(', '), mark, address };
}
