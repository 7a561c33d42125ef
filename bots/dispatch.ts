/** Keeps deliveries going: at once after a turn, and again and again for what has to be tried later or was left by a crash. */
import type { Store, Wake } from '../store/ports.ts';
import { Courier, type Push } from './deliver.ts';

export interface DispatchDeps {
  /** Sends what is due and returns how many were tried; may be called again while it runs. */
  readonly deliverDue: () => Promise<number>;
  readonly onError: (error: unknown) => void;
}

/** Milliseconds between two looks: short after a turn, since its lines are due one after the other. */
const soonest = 20;
const latest = 1000;

export class Dispatch {
  readonly #deps: DispatchDeps;
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #wait = latest;
  #asked = false;
  #stopped = true;

  constructor(deps: DispatchDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopped = false;
    this.nudge();
  }

  /** Something may be due. Many calls in a row are one look. */
  nudge(): void {
    this.#wait = soonest;
    if (this.#asked || this.#stopped) return;
    this.#asked = true;
    setImmediate(() => this.#look());
  }

  /** Finishes what is on its way; begins no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#running);
  }

  #look(): void {
    this.#asked = false;
    if (this.#stopped) return;
    const round = this.#round();
    this.#running.add(round);
    void round.then(() => this.#running.delete(round));
    // Not after the round: one slow receiver must not keep the others waiting.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, latest);
  }

  async #round(): Promise<void> {
    try {
      if ((await this.#deps.deliverDue()) > 0) this.nudge();
    } catch (error) {
      this.#deps.onError(error);
    }
  }
}

export interface Post {
  /** For the runner: what it wakes is also looked at for deliveries. */
  readonly wake: Wake;
  /** By name; filled while channels are mounted. */
  readonly channels: Record<string, Push>;
  readonly dispatch: Dispatch;
}

/** Everything that takes lines from the store to push channels. */
export function createPost(deps: {
  readonly store: Store;
  readonly wake: Wake;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}): Post {
  const { store, wake, now, onError } = deps;
  const channels: Record<string, Push> = {};
  const courier = new Courier({ store, channels, now, random: Math.random });
  const dispatch = new Dispatch({ deliverDue: () => courier.deliverDue(), onError });
  const waking = (id: Parameters<Wake['wake']>[0]): void => {
    wake.wake(id);
    dispatch.nudge();
  };
  return { wake: { wake: waking, subscribe: wake.subscribe }, channels, dispatch };
}
