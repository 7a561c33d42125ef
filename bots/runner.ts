/**
 * Takes turns, one conversation at a time and many conversations side by side. Correctness does not rest on this process being
 * alone: the commit's compare-and-set decides, and the loser runs again from the start.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../store/errors.ts';
import { failpoint } from '../store/failpoints.ts';
import type { Cause, ClaimEvent, ConversationId, Job, PendingArrival, TurnWork } from '../store/ports.ts';
import { type Hear, QUEUE } from './acts.ts';
import { apology, isDamaged, untilDamaged } from './poison.ts';
import { answeredAlike, isPulled } from './pulled.ts';
import type { RunnerDeps } from './runnerDeps.ts';
import type { TurnInput } from './turn.ts';
import { Waiting } from './waiting.ts';

/** A message that fails in a turn of several is tried four times more, alone. */
const tries = 4;
const takenUpAtOnce = 50;
/** What the Bot Framework brings along is two fifths of a start: it comes after all else, or with the first turn. */
const turns = () => import('./turn.ts');
/** `done`: and perhaps more is waiting. `nothing`: nothing is waiting. `gaveUp`: it does not pass by itself. */
export type Outcome = 'done' | 'nothing' | 'gaveUp';
/** `last`: committed, and nothing else was waiting; whatever has arrived since has given a nudge of its own. */
type Tried = 'nothing' | 'committed' | 'last' | 'stale' | 'failed' | 'damaged';
/** What the desk's lists show beside askings. */
const QUEUED: ReadonlySet<ClaimEvent['type']> = new Set(['assigned', 'contacted']);
const isQueued = ({ handoffs, ticketsDone, events }: TurnWork): boolean =>
  handoffs !== undefined || ticketsDone !== undefined || events.some(({ type }) => QUEUED.has(type));
const pause = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false });

export class Runner {
  readonly #deps: RunnerDeps;
  /** The tail of each conversation's queue of work in this process. */
  readonly #tails = new Map<ConversationId, Promise<void>>();
  /** Conversations for which a look at what has been accepted is queued: one look sees everything. */
  readonly #toDrain = new Set<ConversationId>();
  readonly #waiting: Waiting;
  #stopping = false;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    this.#waiting = new Waiting(deps.store);
  }

  /** Something has been accepted, perhaps this: take it up as soon as the conversation is free. */
  nudge(conversation: ConversationId, arrival?: PendingArrival): void {
    if (arrival) this.#waiting.keep(conversation, arrival);
    if (this.#toDrain.has(conversation)) return;
    this.#toDrain.add(conversation);
    this.#enqueue(conversation, () => {
      this.#toDrain.delete(conversation);
      return this.#drain(conversation);
    });
  }

  /** A timer of a conversation is due; false if its turn could not be committed, so that the schedule tries again later. */
  timer(job: Job & { conversation: ConversationId }): Promise<boolean> {
    return this.take(job.conversation, { kind: 'timer', job }).then((outcome) => outcome === 'done');
  }

  /** One turn with a cause of its own, in its place among the others; `hear` is told of the work that stands, or was refused. */
  async take(conversation: ConversationId, cause: Cause, hear: Hear = () => {}): Promise<Outcome> {
    let outcome: Outcome = 'gaveUp';
    await this.#enqueue(conversation, async () => {
      outcome = await this.#once(conversation, cause, hear);
    });
    return outcome;
  }

  /** At start: whatever was accepted before a crash, some conversations at a time, so that new ones are served meanwhile. */
  async takeUp(): Promise<void> {
    setImmediate(turns);
    const seen = new Set<ConversationId>();
    for (;;) {
      const waiting = (await this.#deps.store.unfinished(takenUpAtOnce + seen.size)).filter((id) => !seen.has(id));
      if (waiting.length === 0 || this.#stopping) return;
      await Promise.all(waiting.map((id) => this.#enqueue(id, () => this.#drain(id))));
      // Taken up once: what could not be read stays where it is and keeps nobody from being served.
      for (const id of waiting) seen.add(id);
    }
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
    while (!this.#stopping && (await this.#once(conversation, { kind: 'arrival' })) === 'done') {
      // Store calls may all be synchronous: without a pause one busy conversation would hold up everybody.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** One turn. Runs again while others commit first or the store is out of reach; gives up on what will not pass. */
  async #once(id: ConversationId, cause: Cause, hear?: Hear): Promise<Outcome> {
    const { wake, watch } = this.#deps;
    for (let attempt = 0; !this.#stopping; attempt += 1) {
      const started = performance.now();
      const outcome = await this.#try(id, cause, hear);
      if (outcome === 'nothing') return 'nothing';
      if (outcome === 'committed' || outcome === 'last') {
        watch.turn(performance.now() - started);
        wake.wake(id);
        return outcome === 'last' ? 'nothing' : 'done';
      }
      if (outcome === 'stale') watch.stale();
      const passes = cause.kind === 'arrival' && outcome !== 'damaged';
      if (!passes && attempt >= tries) return 'gaveUp';
      await pause(Math.min(5 * 2 ** attempt, outcome === 'stale' ? 200 : 2000) * (0.5 + Math.random() / 2));
    }
    return 'gaveUp';
  }

  async #try(id: ConversationId, cause: Cause, hear?: Hear): Promise<Tried> {
    const { store, watch, wake, now, hand } = this.#deps;
    const before = await this.#read(id, cause);
    if (typeof before === 'string') return before;
    try {
      const work = await this.#work(before);
      failpoint('turn.beforeCommit');
      if (work.refused) {
        hear?.(work);
        return 'committed';
      }
      const committed = await store.commit({ ...work, at: now(), claim: hand !== undefined });
      if (committed.status === 'stale') return 'stale';
      hear?.(work);
      hand?.(work, committed);
      if (isQueued(work)) wake.wake(QUEUE);
      return cause.kind === 'arrival' && work.handledUpTo >= before.conversation.arrivals ? 'last' : 'committed';
    } catch (error) {
      watch.failed(id, error);
      // A store that is busy or full will pass; only a fault of the turn itself counts against the message.
      if (!(error instanceof StoreUnavailable) && cause.kind === 'arrival') await this.#count(before);
      return 'failed';
    }
  }

  async #read(id: ConversationId, cause: Cause): Promise<TurnInput | 'nothing' | 'failed' | 'damaged'> {
    const { store, now, watch, pushChannels } = this.#deps;
    try {
      const conversation = await store.conversation(id);
      if (!conversation) return 'nothing';
      const arrivals = cause.kind === 'arrival' ? await this.#waiting.of(conversation) : [];
      if (cause.kind === 'arrival' && arrivals.length === 0) return 'nothing';
      const together = answeredAlike(untilDamaged(arrivals));
      const push = pushChannels.has(conversation.channel) && !together.some(isPulled);
      return { conversation, cause, arrivals: together, at: now(), push };
    } catch (error) {
      watch.failed(id, error);
      return error instanceof StoreUnavailable ? 'failed' : 'damaged';
    }
  }

  /** A message that always fails is tried five times at most; then it is set aside with an apology, so that the next one works. */
  #work(input: TurnInput): Promise<TurnWork> {
    const [first] = input.arrivals;
    if (first && (isDamaged(first) || input.conversation.failures >= tries)) {
      return Promise.resolve(apology(this.#deps.turn, input.conversation, first, input.at, input.push));
    }
    return turns().then(({ takeTurn }) => takeTurn(this.#deps.turn, input));
  }

  async #count({ conversation, arrivals }: TurnInput): Promise<void> {
    const { id, handled } = conversation;
    if (arrivals.length > 1) this.#waiting.takeOneByOne(id, arrivals.at(-1)?.number ?? 0);
    else
      await this.#deps.store.recordFailure(id, handled).catch((error: unknown) => this.#deps.watch.failed(id, error));
  }
}
