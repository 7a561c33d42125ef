/** Keeps deliveries going: at once after a turn, and again and again for what has to be tried later or was left by a crash. */
import type { Committed, Store, TurnWork } from '../store/ports.ts';
import { Courier, type Push } from './deliver.ts';
import { addressOf } from './state.ts';

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

  /** Something to send at once; what it answers is as with `deliverDue`. Left to the next start where we are ending. */
  hand(send: () => Promise<boolean>): void {
    if (!this.#stopped) this.#run(send);
  }

  #run(send: () => Promise<boolean>): void {
    const round = this.#round(send);
    this.#running.add(round);
    void round.then(() => this.#running.delete(round));
  }

  #look(): void {
    this.#asked = false;
    if (this.#stopped) return;
    this.#run(async () => (await this.#deps.deliverDue()) > 0);
    // Not after the round: one slow receiver must not keep the others waiting.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, latest);
  }

  async #round(send: () => Promise<boolean>): Promise<void> {
    try {
      if (await send()) this.nudge();
    } catch (error) {
      this.#deps.onError(error);
    }
  }
}

export interface Post {
  /** For the runner: the lines of a turn leave at once where nothing waits before them. */
  readonly hand: Hand;
  /** By name; filled while channels are mounted. */
  readonly channels: Record<string, Push>;
  readonly dispatch: Dispatch;
}

/** What a turn has committed. */
export type Hand = (work: TurnWork, committed: Extract<Committed, { status: 'committed' }>) => void;

/** Everything that takes lines from the store to push channels. */
export function createPost(deps: {
  readonly store: Store;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}): Post {
  const { store, now, onError } = deps;
  const channels: Record<string, Push> = {};
  const courier = new Courier({ store, channels, now, random: Math.random });
  const dispatch = new Dispatch({ deliverDue: () => courier.deliverDue(), onError });
  const hand: Hand = (work, { due, activities }) => {
    if (!work.push || activities.length === 0) return;
    const { conversation } = work;
    if (due) return dispatch.hand(() => courier.hand({ ...due, address: addressOf(work) }, activities.length > 1));
    courier.follow(conversation);
    dispatch.nudge();
  };
  return { hand, channels, dispatch };
}
