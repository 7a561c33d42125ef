import { StoreBusy } from '../errors.ts';
import { PATIENCE } from './database.ts';

/**
 * One write of a conversation at a time in this process. The database would let only one go on anyway, and those that wait
 * there would each keep a connection from everybody else. Also keeps messages in the order in which they were handed over.
 */
export class Lanes {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** `work` is told how much (ms) is left of the patience with which it came. */
  run<T>(name: string, work: (left: number) => Promise<T>, patience: number = PATIENCE): Promise<T> {
    const until = performance.now() + patience;
    const begin = (): Promise<T> => {
      const left = until - performance.now();
      if (left <= 0) throw new StoreBusy('Too much waits in this conversation.');
      return work(left);
    };
    const mine = (this.#tails.get(name) ?? Promise.resolve()).then(begin, begin);
    this.#tails.set(name, mine);
    const leave = (): void => {
      if (this.#tails.get(name) === mine) this.#tails.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  }
}
