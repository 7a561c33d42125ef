import { StoreBusy } from '../errors.ts';

/** While somebody else holds the lock it is tried this often: first and last pause in ms. */
const FIRST_PAUSE = 4;
const LAST_PAUSE = 40;
/** How long (ms) waiting work may run before other things of the event loop get their turn. */
const SLICE = 10;

interface Waiter {
  readonly attempt: () => void;
  readonly fail: (error: unknown) => void;
  readonly until: number;
}

/**
 * Lets synchronous database work wait for a foreign lock without blocking the event loop, and keeps it in order: a later
 * message must not overtake an earlier one because its timer came first.
 */
export class Gate {
  #waiting: Waiter[] = [];
  #pause = FIRST_PAUSE;

  get free(): boolean {
    return this.#waiting.length === 0;
  }

  /** Runs at once if nobody waits and the lock is free; else waits up to `patience` ms, then throws `StoreBusy`. */
  async run<T>(work: () => T, patience: number): Promise<T> {
    if (this.free) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof StoreBusy)) throw error;
      }
    }
    return this.#wait(work, patience);
  }

  #wait<T>(work: () => T, patience: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const until = performance.now() + patience;
      this.#waiting.push({ attempt: () => resolve(work()), fail: reject, until });
      if (this.#waiting.length === 1) this.#later();
    });
  }

  #later(): void {
    setTimeout(() => this.#drain(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LAST_PAUSE);
  }

  #drain(): void {
    const sliceEnd = performance.now() + SLICE;
    while (this.#waiting.length > 0 && performance.now() < sliceEnd) {
      if (!this.#tryFirst()) break;
      this.#pause = FIRST_PAUSE;
    }
    if (this.#waiting.length > 0) this.#later();
    else this.#pause = FIRST_PAUSE;
  }

  /** False while the lock is still held. */
  #tryFirst(): boolean {
    const [first] = this.#waiting;
    try {
      first?.attempt();
    } catch (error) {
      if (error instanceof StoreBusy) {
        this.#giveUp(error);
        return false;
      }
      first?.fail(error);
    }
    this.#waiting.shift();
    return true;
  }

  #giveUp(error: StoreBusy): void {
    const now = performance.now();
    for (const waiter of this.#waiting) if (waiter.until <= now) waiter.fail(error);
    this.#waiting = this.#waiting.filter((waiter) => waiter.until > now);
  }
}
