/**
 * Looks for conversations in which there may be something to tell, and takes a turn in each. What is due stands in the store, so
 * that nothing is forgotten while no process runs; of several processes each takes others, and the commit decides.
 */
import { failpoint } from '../../store/failpoints.ts';
import type { ConversationId, TellingPort } from '../../store/ports.ts';
import type { Runner } from '../runner.ts';

export interface LookoutDeps {
  readonly store: Pick<TellingPort, 'dueTellings' | 'postponeTelling'>;
  readonly runner: Pick<Runner, 'take'>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const atOnce = 50;
/** What happens is told within a second; a look that finds nothing costs one row of an index. */
const latest = 500;
const soonest = 50;
/** Where a turn cannot be committed. */
const pause = 60_000;

export class Lookout {
  readonly #deps: LookoutDeps;
  readonly #busy = new Set<ConversationId>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(deps: LookoutDeps) {
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

  /** Takes a turn in each conversation that is due; returns how many that were. */
  async lookDue(): Promise<number> {
    const { store, now } = this.#deps;
    const due = (await store.dueTellings(now(), atOnce)).filter((id) => !this.#busy.has(id));
    await Promise.all(due.map((id) => this.#look(id)));
    return due.length;
  }

  async #look(conversation: ConversationId): Promise<void> {
    const { store, runner, now, onError } = this.#deps;
    this.#busy.add(conversation);
    try {
      failpoint('telling.beforeTurn');
      const outcome = await runner.take(conversation, { kind: 'api', payload: {} });
      if (outcome !== 'done') await store.postponeTelling(conversation, now() + pause);
    } catch (error) {
      onError(error);
    } finally {
      this.#busy.delete(conversation);
    }
  }

  async #tick(): Promise<void> {
    let more = false;
    try {
      more = (await this.lookDue()) > 0;
    } catch (error) {
      this.#deps.onError(error);
    }
    if (this.#stopped) return;
    const wait = more ? soonest : latest;
    this.#timer = setTimeout(() => this.start(), wait).unref();
  }
}
