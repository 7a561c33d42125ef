export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** Of values in order. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Pair by pair, since a round's two halves meet the same weather. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spread(ours.map((value, i) => value / (theirs[i] ?? Number.NaN)));

/** Microseconds of one call each, in order. */
export function timesOf(calls: number, call: (n: number) => unknown): number[] {
  const times = Array.from({ length: calls }, (_, n) => {
    const began = performance.now();
    call(n);
    return (performance.now() - began) * 1000;
  });
  return times.sort((a, b) => a - b);
}
