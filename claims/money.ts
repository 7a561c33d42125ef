/**
 * Money is whole fen, and everything between two lines of a bill is an exact fraction; nothing here is ever a
 * floating-point number. A line is rounded once, half up, when it is written down (`roundHalfUp`, `share`).
 */

/** 1/100 yuan, whole. */
export type Fen = bigint;

/** Exactly `n / d`; `d` is above zero. Amounts on their way to a line are ratios of fen. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ratio = (n: bigint | number, d: bigint | number = 1n): Ratio => normal(BigInt(n), BigInt(d));
export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

/** Throws `RangeError` on a denominator of zero: that is never a question of law, always a mistake of the caller. */
function normal(n: bigint, d: bigint): Ratio {
  if (d === 0n) throw new RangeError('A ratio over zero');
  if (d === 1n) return { n, d };
  const by = d < 0n ? -divisor(n, d) : divisor(n, d);
  return { n: n / by, d: d / by };
}
function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.n === 0n ? b : b.n === 0n ? a : a.d === b.d ? normal(a.n + b.n, a.d) : normal(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });
export const times = (a: Ratio, b: Ratio): Ratio => normal(a.n * b.n, a.d * b.d);
export const over = (a: Ratio, b: Ratio): Ratio => normal(a.n * b.d, a.d * b.n);
export const total = (all: readonly Ratio[]): Ratio => all.reduce(plus, zero);
export const sumFen = (all: readonly Fen[]): Fen => all.reduce((a, b) => a + b, 0n);
/** Below zero: a < b; zero: equal; above: a > b. */
export const compare = (a: Ratio, b: Ratio): number => Number(sign(a.n * b.d - b.n * a.d));
export const least = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const lesser = (a: Fen, b: Fen): Fen => (a < b ? a : b);
export const atLeastZero = (a: Ratio): Ratio => (a.n < 0n ? zero : a);
export const isZero = (a: Ratio): boolean => a.n === 0n;
const sign = (n: bigint): bigint => (n < 0n ? -1n : n > 0n ? 1n : 0n);

/** The whole number that is nearest; a half goes up (away from zero, so that a refund mirrors a payment). */
export function roundHalfUp({ n, d }: Ratio): bigint {
  const size = n < 0n ? -n : n;
  const rounded = (size * 2n + d) / (d * 2n);
  return n < 0n ? -rounded : rounded;
}

/**
 * Splits `whole` by weights so that the shares add up to it: each is rounded half up, and what is then too much or
 * too little is taken by the largest share (of equals, the first by name: the order of the list changes nothing).
 * All weights zero: every share is zero. No share is below zero.
 */
export function share(whole: Fen, weights: readonly Ratio[], names: readonly string[]): Fen[] {
  const sum = total(weights);
  if (isZero(sum)) return weights.map(() => 0n);
  const shares = weights.map((weight) => roundHalfUp(over(times(ratio(whole), weight), sum)));
  const gap = whole - sumFen(shares);
  return gap < 0n ? lessened(shares, -gap, names) : raised(shares, gap, names);
}
/** The largest amount and `by` more. */
export function raised(amounts: readonly Fen[], by: Fen, names: readonly string[]): Fen[] {
  const at = largest(amounts, names);
  return amounts.map((one, i) => (i === at ? one + by : one));
}
/** Takes `by` off the largest amount, and off the next where that one is too small; what nobody has is not taken. */
export function lessened(amounts: readonly Fen[], by: Fen, names: readonly string[]): Fen[] {
  const most = amounts[largest(amounts, names)] ?? 0n;
  const cut = by < most ? by : most;
  return cut > 0n ? lessened(raised(amounts, -cut, names), by - cut, names) : [...amounts];
}

/** Position of the largest amount; of equals, the first by name. */
export function largest(amounts: readonly Fen[], names: readonly string[]): number {
  const better = (i: number, best: number): boolean => {
    const [a, b] = [amounts[i] ?? 0n, amounts[best] ?? 0n];
    return a > b || (a === b && (names[i] ?? '') < (names[best] ?? ''));
  };
  return amounts.reduce((best, _, i) => (better(i, best) ? i : best), 0);
}

/** Text that was no amount or no ratio; schemas keep such text away from here. */
export class NotANumber extends Error {
  constructor(text: string, wanted: string) {
    super(`"${text}" is not ${wanted}.`);
    this.name = 'NotANumber';
  }
}

/** `"102486"`, `"102486.5"`, `"102486.50"` → fen. */
export function parseYuan(text: string): Fen {
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) throw new NotANumber(text, 'an amount of yuan with at most two decimals');
  return BigInt(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`);
}

/** `"0.7"`, `"7/10"`, `"1"` → ratio. */
export function parseRatio(text: string): Ratio {
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction && !/^0+$/.test(fraction[2] ?? '')) return normal(BigInt(fraction[1] ?? ''), BigInt(fraction[2] ?? ''));
  const decimal = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) throw new NotANumber(text, 'a decimal or a fraction');
  const places = decimal[2] ?? '';
  return normal(BigInt(`${decimal[1]}${places}`), BigInt(`1${'0'.repeat(places.length)}`));
}

/** `10248600n` → `"102486.00"`. */
export function yuanText(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}
