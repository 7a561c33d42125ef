/** Chance that can be had again: SEED (printed in every title) and a name give the same numbers on every machine. */
import { randomInt } from 'node:crypto';

/** The long run: the full numbers of docs/reliability.md. */
export const nightly = process.env.NIGHTLY === '1';
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
/** For titles: `SEED=123 npx mocha test/faults/…` runs the same again. */
export const withSeed = `(SEED=${seed})`;

/** The number of a short run, or of the nightly one. */
export const times = (short: number, long: number): number => (nightly ? long : short);

export class Chance {
  #state: number;

  constructor(name: string) {
    this.#state = [...`${seed} ${name}`].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 0x01000193), 0x811c9dc5);
  }

  /** In [0, 1); mulberry32. */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.between(0, list.length - 1)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** So many different ones of 1..n, in order; all of them if there are no more. */
  some(count: number, n: number): readonly number[] {
    const all = Array.from({ length: n }, (_, i) => i + 1);
    while (all.length > count) all.splice(this.between(0, all.length - 1), 1);
    return all;
  }
}
