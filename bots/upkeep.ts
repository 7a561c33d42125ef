/** What is forgotten in time: message keys, one-time codes, and files that no message refers to. */
import { failpoint } from '../store/failpoints.ts';
import type { Files, Store } from '../store/ports.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface UpkeepDeps {
  readonly store: Pick<Store, 'prune' | 'sweepCodes' | 'sweepOrigins' | 'orphans' | 'dropFile'>;
  readonly files: Pick<Files, 'remove'>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Soon after the start, so that a program that is restarted often does it too, and an hour after each time. */
export class Upkeep {
  readonly #deps: UpkeepDeps;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: UpkeepDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#later(minute);
  }

  /** Ends between two files; what is left over waits for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Forgets message keys after eight days, and codes and files that no message refers to after a day. */
  async tidy(): Promise<void> {
    const { store, now } = this.#deps;
    await store.prune(now() - 8 * day);
    await store.sweepCodes(now() - day);
    // A token lives for half an hour, and codes are counted for an hour after it.
    await store.sweepOrigins(now() - 1.5 * hour);
    while (!this.#stopped) {
      const orphans = await store.orphans(now() - day, 100);
      if (orphans.length === 0) return;
      await this.#remove(orphans);
    }
  }

  /** The bytes first: without its record nobody would find them again. */
  async #remove(orphans: Awaited<ReturnType<Store['orphans']>>): Promise<void> {
    const { store, files } = this.#deps;
    for (const id of orphans) {
      if (this.#stopped) return;
      await files.remove(id);
      failpoint('upkeep.mid');
      await store.dropFile(id);
    }
  }

  #later(wait: number): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#tidyAndPlan();
    }, wait).unref();
  }

  async #tidyAndPlan(): Promise<void> {
    await this.tidy().catch(this.#deps.onError);
    if (!this.#stopped) this.#later(hour);
  }
}
