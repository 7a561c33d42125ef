/**
 * Traced amounts. A figure knows how it was made, so what a person reads is printed from the computation itself and
 * cannot differ from it. Figures are exact; only `line` rounds, and it says so.
 */
import {
  atLeastZero,
  compare,
  type Fen,
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  roundHalfUp,
  times,
  zero,
} from './money.ts';

/** What a leaf counts; the words for it live in locales. `yuan` is kept in fen. */
export type Counts = 'yuan' | 'years' | 'months' | 'days' | 'persons' | 'share' | 'plain';

/** A number that came from outside: from the person's papers or from the law. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: Ratio;
  readonly counts: Counts;
  /** Stable name of what it is (`urbanIncome`, `days`), for words beside it. */
  readonly name: string;
  /** Ids of law/sources.json; none for what a paper or a person says. */
  readonly sources: readonly string[];
  /** What else to know of it: from which age its years come, of which year a statistic is. */
  readonly about?: Readonly<Record<string, string>>;
}
type Operator = 'sum' | 'difference' | 'product' | 'quotient' | 'least';
export interface Step {
  readonly kind: Operator;
  readonly value: Ratio;
  readonly parts: readonly Figure[];
}
export type Figure = Leaf | Step;

/** A rounded line: what is written, the figure behind it, and whether rounding changed anything. */
export interface Line {
  readonly amount: Fen;
  readonly figure: Figure;
  readonly rounded: boolean;
}

export const leaf = (counts: Counts, name: string, value: Ratio, sources: readonly string[] = []): Leaf => ({
  kind: 'leaf',
  value,
  counts,
  name,
  sources,
});
export const yuan = (name: string, fen: Fen, sources: readonly string[] = []): Leaf =>
  leaf('yuan', name, ratio(fen), sources);

const step =
  (kind: Operator, fold: (a: Ratio, b: Ratio) => Ratio) =>
  (first: Figure, ...rest: readonly Figure[]): Figure =>
    rest.length === 0
      ? first
      : { kind, parts: [first, ...rest], value: rest.reduce((so, part) => fold(so, part.value), first.value) };

export const sum = step('sum', plus);
export const product = step('product', times);
export const difference = step('difference', minus);
export const quotient = step('quotient', over);
/** The smallest of several: a limit or a cap. */
export const least = step('least', (a, b) => (compare(a, b) <= 0 ? a : b));

/** The one rounding, half up; what would be below zero is zero. */
export function line(figure: Figure): Line {
  const exact = atLeastZero(figure.value);
  const amount = roundHalfUp(exact);
  return { amount, figure, rounded: compare(ratio(amount), exact) !== 0 };
}

export const noMoney: Line = { amount: 0n, figure: yuan('nothing', 0n), rounded: false };

/** Every source a figure rests on, once each, in order of use. */
export function sourcesOf(figure: Figure): readonly string[] {
  if (figure.kind === 'leaf') return figure.sources;
  return [...new Set(figure.parts.flatMap(sourcesOf))];
}

/** The leaves that a reader may ask about, once each by name and number. */
export function leavesOf(figure: Figure): readonly Leaf[] {
  const all = figure.kind === 'leaf' ? [figure] : figure.parts.flatMap(leavesOf);
  const same = (a: Leaf, b: Leaf): boolean => a.name === b.name && compare(a.value, b.value) === 0;
  return all.filter((one, i) => all.findIndex((other) => same(one, other)) === i);
}

/** How a leaf is written (`51,243`, `20`, `10%`; a language may add its unit), and the smallest of several. */
export interface Wording {
  leaf(shown: string, of: Pick<Leaf, 'counts'>): string;
  least(parts: readonly string[]): string;
}
const plain: Wording = { leaf: (shown) => shown, least: (parts) => `min(${parts.join(', ')})` };

const SIGN: Readonly<Record<Exclude<Operator, 'least'>, string>> = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
};
const RANK: Readonly<Record<Figure['kind'], number>> = {
  sum: 0,
  difference: 0,
  product: 1,
  quotient: 1,
  leaf: 2,
  least: 2,
};

/** The arithmetic as text: `51,243 × 20 × 10%`. Nothing is typed beside the computation. */
export function printed(figure: Figure, word: Wording = plain): string {
  if (figure.kind === 'leaf') return word.leaf(shown(figure), figure);
  if (figure.kind === 'least') return word.least(figure.parts.map((part) => printed(part, word)));
  const parts = figure.parts.map((part, i) => {
    const text = printed(part, word);
    return needsBrackets(part, figure, i) ? `(${text})` : text;
  });
  return parts.join(SIGN[figure.kind]);
}

function needsBrackets(part: Figure, within: Step, i: number): boolean {
  if (RANK[part.kind] !== RANK[within.kind]) return RANK[part.kind] < RANK[within.kind];
  const associative = part.kind === within.kind && (part.kind === 'sum' || part.kind === 'product');
  return i > 0 && !associative;
}

function shown({ value, counts }: Leaf): string {
  if (counts === 'yuan') return yuanShown(value);
  if (counts === 'share') return percent(value);
  return decimal(value);
}
/** An amount of fen in yuan: whole, or with its fen written out. */
export function yuanShown(fen: Ratio): string {
  const text = decimal({ n: fen.n, d: fen.d * 100n });
  return /\.\d$/.test(text) ? `${text}0` : text;
}
/** Money as people read it: `4,200`, `1,234.50`. */
export const money = (fen: Fen): string => yuanShown(ratio(fen));
/** `0.12` → `12%`; what has no short decimal stays a fraction. */
export function percent(value: Ratio): string {
  const text = decimal(times(value, ratio(100n)));
  return text.includes('/') ? decimal(value) : `${text}%`;
}

/** With thousands separators and no more decimals than needed; a fraction where a decimal would not end. */
export function decimal(value: Ratio): string {
  const { n, d } = ratio(value.n, value.d);
  const places = endsAfter(d);
  if (places === undefined) return `${grouped(String(n))}/${grouped(String(d))}`;
  const size = String(((n < 0n ? -n : n) * powerOfTen(places)) / d).padStart(places + 1, '0');
  const whole = grouped(size.slice(0, size.length - places));
  return `${n < 0n ? '-' : ''}${whole}${places > 0 ? `.${size.slice(size.length - places)}` : ''}`;
}
const THREE = 2 + 1;
const powerOfTen = (places: number): bigint => BigInt(`1${'0'.repeat(places)}`);
function grouped(digits: string): string {
  const at = digits.length - THREE;
  return at > 0 ? `${grouped(digits.slice(0, at))},${digits.slice(at)}` : digits;
}
/** After how many decimals `1/d` ends; undefined if it never does. */
function endsAfter(d: bigint): number | undefined {
  let [rest, places] = [d, 0];
  const five = 2n + 2n + 1n;
  while (rest % (2n * five) === 0n) [rest, places] = [rest / (2n * five), places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  while (rest % five === 0n) [rest, places] = [rest / five, places + 1];
  return rest === 1n ? places : undefined;
}

/** Zero as a figure, for sums that may be empty. */
export const nothing: Figure = leaf('yuan', 'nothing', zero);
