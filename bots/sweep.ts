/**
 * What a process had accepted when it died is taken up by the others. A conversation counts as left behind when it waited at
 * the last look too; that somebody may be at work on it all the same is no harm, since commits decide.
 */
import { StoreUnavailable } from '../store/errors.ts';
import type { ConversationId, Store } from '../store/ports.ts';
import type { Runner } from './runner.ts';

export interface SweepDeps {
  readonly store: Pick<Store, 'unfinished'>;
  readonly runner: Pick<Runner, 'nudge'>;
  readonly onError: (error: unknown) => void;
}

/** Milliseconds between looks. */
const EVERY = 3_000;
const MOST = 200;

export class Sweep {
  readonly #deps: SweepDeps;
  #seen: ReadonlySet<ConversationId> = new Set();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(deps: SweepDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#tick(), EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Returns how many were taken up. */
  async look(): Promise<number> {
    const { store, runner } = this.#deps;
    const waiting = await store.unfinished(MOST);
    const left = waiting.filter((id) => this.#seen.has(id));
    this.#seen = new Set(waiting);
    for (const id of left) runner.nudge(id);
    return left.length;
  }

  /** While the store is out of reach there is nothing to say that others do not say. */
  async #tick(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      await this.look();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) this.#deps.onError(error);
    } finally {
      this.#looking = false;
    }
  }
}
