/** Jobs that are due: timers of conversations become turns. Survives restarts, since jobs rest in the store. */
import type { ConversationId, Job, Store } from '../store/ports.ts';

export interface ScheduleDeps {
  readonly store: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'>;
  readonly now: () => number;
  readonly runTimer: (job: Job & { conversation: ConversationId }) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

const longest = 15_000;

export class Schedule {
  readonly #deps: ScheduleDeps;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(deps: ScheduleDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#running = this.#tick();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs everything that is due now; for tests and for the timer. */
  async runDue(): Promise<number> {
    const { store, now } = this.#deps;
    const jobs = await store.dueJobs(now(), 100);
    for (const job of jobs) await this.#run(job);
    return jobs.length;
  }

  async #run(job: Job): Promise<void> {
    const { store, now, runTimer, onError } = this.#deps;
    try {
      if (job.conversation) await runTimer({ ...job, conversation: job.conversation });
      else await store.finishJob(job.id);
    } catch (error) {
      onError(error);
      await store.retryJob(job.id, now() + 60_000 * 2 ** Math.min(job.attempts, 6));
    }
  }

  async #tick(): Promise<void> {
    try {
      while (!this.#stopped && (await this.runDue()) > 0) {
        // until nothing is due
      }
    } catch (error) {
      this.#deps.onError(error);
    }
    if (this.#stopped) return;
    const next = await this.#deps.store.nextJobAt().catch(() => null);
    const wait = next === null ? longest : Math.min(Math.max(next - this.#deps.now(), 200), longest);
    this.#timer = setTimeout(() => this.start(), wait).unref();
  }
}
