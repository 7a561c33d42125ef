/** Jobs that are due: timers of conversations become turns. Survives restarts, since jobs rest in the store. */
import { failpoint } from '../store/failpoints.ts';
import type { ConversationId, Job, Store } from '../store/ports.ts';

export interface ScheduleDeps {
  readonly store: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'>;
  readonly now: () => number;
  /** False if the timer's turn could not be committed. */
  readonly runTimer: (job: Job & { conversation: ConversationId }) => Promise<boolean>;
  /** Work without a turn, by kind of job; whether nothing is left to do, or when to look again. */
  readonly besides?: Readonly<Record<string, (job: Job) => Promise<boolean | number>>>;
  readonly onError: (error: unknown) => void;
}

const longest = 15_000;
/** After a turn that leaves work behind: its answer goes out first, however much work that is. */
const soon = 250;
const mostAttempts = 8;
/** How long the others wait for one timer before they go on without it. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10_000).unref());

export class Schedule {
  readonly #deps: ScheduleDeps;
  #timer: NodeJS.Timeout | undefined;
  readonly #busy = new Set<string>();
  #stopped = false;
  #started = false;
  #looking = false;
  #again = false;
  #running: Promise<void> = Promise.resolve();

  constructor(deps: ScheduleDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#started = true;
    this.#running = this.#tick();
  }

  /** Something is due now: looks soon, or once more where it is looking. */
  nudge(): void {
    if (this.#stopped || !this.#started) return;
    this.#again = this.#looking;
    if (this.#looking) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), soon).unref();
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
    const { onError } = this.#deps;
    this.#busy.add(job.id);
    try {
      failpoint('timer.beforeTurn');
      if (!(await this.#perform(job))) await this.#later(job);
    } catch (error) {
      onError(error);
    } finally {
      this.#busy.delete(job.id);
    }
  }

  /** A turn takes its job away with its commit. */
  async #perform(job: Job): Promise<boolean> {
    const { store, runTimer, besides = {}, onError } = this.#deps;
    const own = besides[job.kind];
    if (!own) return job.conversation ? runTimer({ ...job, conversation: job.conversation }) : false;
    // What throws is tried again later too: at once it would be due again, for ever.
    const done = await own(job).catch((error: unknown) => void onError(error));
    if (typeof done === 'number') {
      await store.retryJob(job.id, done);
      return true;
    }
    if (done) await store.finishJob(job.id);
    return done === true;
  }

  /** Tried again with growing pauses; given up, and said so, when it has failed too often. */
  async #later(job: Job): Promise<void> {
    const { store, now, onError } = this.#deps;
    if (job.attempts < mostAttempts) return store.retryJob(job.id, now() + 60_000 * 2 ** job.attempts);
    onError(new Error(`A timer of kind “${job.kind}” was given up after ${job.attempts} attempts.`));
    return store.finishJob(job.id);
  }

  async #tick(): Promise<void> {
    this.#looking = true;
    try {
      do this.#again = false;
      while (!this.#stopped && ((await this.runDue()) > 0 || this.#again));
    } catch (error) {
      this.#deps.onError(error);
    }
    const next = this.#stopped ? null : await this.#deps.store.nextJobAt().catch(() => null);
    // Only now: a nudge while it was asked would start a second chain of looks beside this one.
    this.#looking = false;
    if (this.#stopped) return;
    if (this.#again) return this.start();
    const wait = next === null ? longest : Math.min(Math.max(next - this.#deps.now(), 200), longest);
    this.#timer = setTimeout(() => this.start(), wait).unref();
  }
}
