/** Jobs that are due: timers of conversations become turns. Survives restarts, since jobs rest in the store. */
import { failpoint } from '../store/failpoints.ts';
import type { ConversationId, Job, Store } from '../store/ports.ts';

export interface ScheduleDeps {
  readonly store: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'>;
  readonly now: () => number;
  /** False if the timer's turn could not be committed. */
  readonly runTimer: (job: Job & { conversation: ConversationId }) => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

const longest = 15_000;
const mostAttempts = 8;
/** How long the others wait for one timer before they go on without it. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10_000).unref());

export class Schedule {
  readonly #deps: ScheduleDeps;
  #timer: NodeJS.Timeout | undefined;
  readonly #busy = new Set<string>();
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

  /** Runs everything that is due now, side by side; one that hangs holds up nobody. Returns how many were begun. */
  async runDue(): Promise<number> {
    const { store, now } = this.#deps;
    const jobs = (await store.dueJobs(now(), 100)).filter((job) => !this.#busy.has(job.id));
    await Promise.all(jobs.map((job) => Promise.race([this.#run(job), patience()])));
    return jobs.length;
  }

  async #run(job: Job): Promise<void> {
    const { runTimer, onError } = this.#deps;
    this.#busy.add(job.id);
    try {
      failpoint('timer.beforeTurn');
      const done = job.conversation ? await runTimer({ ...job, conversation: job.conversation }) : false;
      if (!done) await this.#later(job);
    } catch (error) {
      onError(error);
    } finally {
      this.#busy.delete(job.id);
    }
  }

  /** Tried again with growing pauses; given up, and said so, when it has failed too often. */
  async #later(job: Job): Promise<void> {
    const { store, now, onError } = this.#deps;
    if (job.attempts < mostAttempts) return store.retryJob(job.id, now() + 60_000 * 2 ** job.attempts);
    onError(new Error(`A timer of kind “${job.kind}” was given up after ${job.attempts} attempts.`));
    return store.finishJob(job.id);
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
