/** Keeps calls going: plans what the feed has new, calls each receiver, and tries again with growing pauses for a day. */
import { backOff } from '../../bots/deliver.ts';
import { DESK_ONLY } from '../../claims/proposals.ts';
import type { InsurerPort, Webhook, WebhookCall, WebhookPort } from '../../store/ports.ts';
import type { Receiver } from './address.ts';
import { type Called, call } from './call.ts';
import { letterOf } from './letter.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Milliseconds between two looks. */
const EVERY = 1000;
/** Read of the feed at once, and on their way to one receiver. */
const PAGE = 200;
const AT_ONCE = 8;

export interface SendingDeps {
  readonly store: WebhookPort & Pick<InsurerPort, 'changes'>;
  readonly receiver: (address: string) => Receiver | undefined;
  readonly now: () => number;
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
}

export class Sending {
  readonly #deps: SendingDeps;
  readonly #end = new AbortController();
  /** Calls on their way, by receiver; each is `claim`. Never rejects. */
  readonly #flights = new Map<string, Map<string, Promise<void>>>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #asked = false;

  constructor(deps: SendingDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.nudge();
  }

  /** Something may be new. Many calls in a row are one look. */
  nudge(): void {
    this.#asked = true;
    if (this.#round || this.#end.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#round = this.#rounds().finally(() => {
      this.#round = undefined;
      if (!this.#end.signal.aborted) this.#timer = setTimeout(() => this.nudge(), EVERY).unref();
    });
  }

  /** Breaks off what is on its way: it is made again after the next start. */
  async stop(): Promise<void> {
    this.#end.abort();
    clearTimeout(this.#timer);
    await this.#round;
    await Promise.all([...this.#flights.values()].flatMap((flights) => [...flights.values()]));
  }

  async #rounds(): Promise<void> {
    while (this.#asked && !this.#end.signal.aborted) {
      this.#asked = false;
      await this.#look().catch(this.#deps.onError);
    }
  }

  async #look(): Promise<void> {
    for (const hook of await this.#deps.store.webhooks()) {
      await this.#plan(hook);
      await this.#begin(hook);
    }
  }

  /** Whoever plans first moves the cursor; another process finds it moved and reads anew at its next look. */
  async #plan({ id: webhook, types, cursor }: Webhook): Promise<void> {
    const { store, now } = this.#deps;
    for (let from = cursor; !this.#end.signal.aborted; ) {
      const news = await store.changes({ after: from, limit: PAGE });
      const to = news.at(-1)?.number;
      if (to === undefined) return;
      // Of somebody who was erased nothing is told.
      const wanted = news.filter(
        ({ event }) => event && !DESK_ONLY.has(event.type) && (types.length === 0 || types.includes(event.type)),
      );
      const events = wanted.map(({ number, claim }) => ({ feed: number, claim }));
      if ((await store.planCalls({ webhook, from, to, events, at: now() })) === 'stale') return;
      from = to;
    }
  }

  async #begin(hook: Webhook): Promise<void> {
    const flights = this.#flights.get(hook.id) ?? new Map<string, Promise<void>>();
    this.#flights.set(hook.id, flights);
    if (flights.size >= AT_ONCE || this.#end.signal.aborted) return;
    const due = await this.#deps.store.dueCalls(hook.id, this.#deps.now(), AT_ONCE);
    for (const one of due) {
      if (flights.has(one.claim) || flights.size >= AT_ONCE) continue;
      const flight = this.#make(hook, one)
        .catch(this.#deps.onError)
        .finally(() => {
          flights.delete(one.claim);
          // The next of this claim may be due by now.
          this.nudge();
        });
      flights.set(one.claim, flight);
    }
  }

  async #make(hook: Webhook, one: WebhookCall): Promise<void> {
    const { receiver, now } = this.#deps;
    const to = receiver(hook.url);
    const called: Called = to
      ? await call(to, hook.secret, now(), letterOf(one), this.#end.signal)
      : { status: 'failed', reason: 'the address is not allowed' };
    // Broken off by us: not the receiver's fault.
    if (!this.#end.signal.aborted || called.status === 'taken') await this.#note(one, called);
  }

  #note(one: WebhookCall, called: Called): Promise<void> {
    const { store, now, random } = this.#deps;
    if (called.status === 'taken') return store.callDone(one);
    if (now() - one.createdAt >= DAY) return store.buryCall(one, called.reason, now());
    const wait = Math.max(called.retryAfter ?? 0, backOff(one.attempts, random, HOUR));
    return store.retryCall(one, now() + Math.ceil(Math.min(wait, HOUR)));
  }
}
