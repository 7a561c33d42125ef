/**
 * Takes turns, one conversation at a time and many conversations side by side. Correctness does not rest on this process being
 * alone: the commit's compare-and-set decides, and the loser runs again from the start.
 */
import { failpoint } from '../store/failpoints.ts';
import type { Cause, ConversationId, Job, PendingArrival, Store, TurnWork, Wake } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import { apology } from './poison.ts';
import { takeTurn } from './turn.ts';

export interface RunnerDeps {
  readonly store: Store;
  readonly turn: TurnDeps;
  readonly wake: Wake;
  readonly now: () => number;
  /** Channels whose messages are pushed to them. */
  readonly pushChannels: ReadonlySet<string>;
  readonly watch: Watch;
}
/** What metrics and logs hear of. Never a word of a person. */
export interface Watch {
  turn(milliseconds: number): void;
  failed(conversation: ConversationId, error: unknown): void;
  stale(): void;
}

const tries = 5;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

export class Runner {
  readonly #deps: RunnerDeps;
  /** The tail of each conversation's queue of work in this process. */
  readonly #tails = new Map<ConversationId, Promise<void>>();
  #stopping = false;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
  }

  /** Something has been accepted: take it up as soon as the conversation is free. */
  nudge(conversation: ConversationId): void {
    this.#enqueue(conversation, () => this.#drain(conversation));
  }

  /** A timer of a conversation is due. */
  timer(job: Job & { conversation: ConversationId }): Promise<void> {
    return this.#enqueue(job.conversation, async () => {
      await this.#once(job.conversation, { kind: 'timer', job });
    });
  }

  /** At start: whatever was accepted before a crash. */
  async takeUp(): Promise<void> {
    const waiting = await this.#deps.store.unfinished(10_000);
    for (const conversation of waiting) this.nudge(conversation);
  }

  /** Finishes what runs; accepts no more. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.allSettled(this.#tails.values());
  }

  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }

  #enqueue(conversation: ConversationId, work: () => Promise<void>): Promise<void> {
    const guarded = async (): Promise<void> => {
      try {
        await work();
      } catch (error) {
        this.#deps.watch.failed(conversation, error);
      }
    };
    const tail = (this.#tails.get(conversation) ?? Promise.resolve()).then(guarded);
    this.#tails.set(conversation, tail);
    void tail.then(() => {
      if (this.#tails.get(conversation) === tail) this.#tails.delete(conversation);
    });
    return tail;
  }

  async #drain(conversation: ConversationId): Promise<void> {
    while (!this.#stopping && (await this.#once(conversation, { kind: 'arrival' }))) {
      // one turn at a time until nothing waits
    }
  }

  /** One turn; false when there was nothing to do. Runs again for as long as others commit first. */
  async #once(id: ConversationId, cause: Cause): Promise<boolean> {
    const { store, wake, watch, now } = this.#deps;
    for (let stale = 0; !this.#stopping; stale += 1) {
      const started = performance.now();
      const work = await this.#work(id, cause);
      if (!work) return false;
      failpoint('turn.beforeCommit');
      const committed = await store.commit({ ...work, at: now() });
      if (committed.status === 'committed') {
        watch.turn(performance.now() - started);
        wake.wake(id);
        return true;
      }
      watch.stale();
      if (cause.kind === 'timer' && stale > tries) return false;
      await pause(Math.min(5 * 2 ** stale, 200) * Math.random());
    }
    return false;
  }

  async #work(id: ConversationId, cause: Cause): Promise<TurnWork | undefined> {
    const { store, now } = this.#deps;
    const conversation = await store.conversation(id);
    if (!conversation) return undefined;
    const arrivals = cause.kind === 'arrival' ? await store.pending(id, conversation.failures > 0 ? 1 : 5) : [];
    if (cause.kind === 'arrival' && arrivals.length === 0) return undefined;
    const push = this.#deps.pushChannels.has(conversation.channel);
    try {
      return await takeTurn(this.#deps.turn, { conversation, cause, arrivals, at: now(), push });
    } catch (error) {
      if (cause.kind !== 'arrival') throw error;
      return this.#afterFailure(error, id, conversation.handled, arrivals);
    }
  }

  /** A message that always fails is tried five times alone, then set aside with an apology, so that the next one works. */
  async #afterFailure(
    error: unknown,
    id: ConversationId,
    handled: number,
    arrivals: readonly PendingArrival[],
  ): Promise<TurnWork | undefined> {
    const { store, now, watch, turn } = this.#deps;
    watch.failed(id, error);
    const failures = await store.recordFailure(id, handled);
    const conversation = await store.conversation(id);
    const [first] = arrivals;
    if (!conversation || !first || conversation.handled !== handled) return this.#work(id, { kind: 'arrival' });
    if (failures >= tries)
      return apology(turn, conversation, first, now(), this.#deps.pushChannels.has(conversation.channel));
    await pause(20 * 2 ** failures);
    return this.#work(id, { kind: 'arrival' });
  }
}
