/** Sends what was said to push channels: in order, one in flight a conversation, a stable key each, patient with passing faults. */
import { failpoint } from '../store/failpoints.ts';
import type { ConversationId, Delivery, JsonObject, Store } from '../store/ports.ts';

export type Sent =
  | { readonly status: 'sent' }
  /** Will pass: try again, not before `retryAfter` milliseconds if given. */
  | { readonly status: 'transient'; readonly reason: string; readonly retryAfter?: number }
  /** Will not pass: no use in trying again. */
  | { readonly status: 'permanent'; readonly reason: string };

/** A line on its way. `address`: where its turn knew the person to be; else the channel looks it up. */
export type Outgoing = Delivery & { readonly address?: JsonObject | undefined };

export interface Push {
  send(line: Outgoing): Promise<Sent>;
}

export interface DeliverDeps {
  readonly store: Pick<Store, 'dueDeliveries' | 'delivered' | 'retryDelivery' | 'buryDelivery'>;
  readonly channels: Readonly<Record<string, Push>>;
  readonly now: () => number;
  readonly random: () => number;
}

const day = 24 * 60 * 60 * 1000;
/** Begun at one look, and on their way at most: after an outage thousands may be due, and each must find a free connection. */
const atOnce = 50;
const most = 256;

export class Courier {
  readonly #deps: DeliverDeps;
  /** What never rejects: the end of each. */
  readonly #inFlight = new Map<ConversationId, Promise<unknown>>();
  /** Lines of theirs were handed over since the last look began: its list may be older. */
  readonly #handed = new Set<ConversationId>();
  /** Of those on their way that were handed over: whether more of their conversation waits. */
  readonly #followed = new Map<ConversationId, boolean>();
  #claiming: Promise<unknown> = Promise.resolve();

  constructor(deps: DeliverDeps) {
    this.#deps = deps;
  }

  /** Sends what is due and not on its way already; returns how many were tried. May be called while an earlier call runs. */
  async deliverDue(): Promise<number> {
    const claimed = this.#claiming.then(() => this.#claim());
    // The next one looks after this one has marked what it takes, or both would take the same.
    this.#claiming = claimed.catch(() => {});
    return (await Promise.all(await claimed)).length;
  }

  /** Sends what a turn has just claimed (`Committed.due`); resolves with true if somebody must look for what is left. */
  async hand(first: Outgoing, more: boolean): Promise<boolean> {
    const { conversation } = first;
    // Since nothing waits before this one, the line before has been noted: its flight is ending.
    await this.#inFlight.get(conversation);
    if (this.#inFlight.has(conversation) || this.#inFlight.size >= most) return true;
    this.#handed.add(conversation);
    this.#followed.set(conversation, more);
    try {
      const sent = await this.#begin(first, !more);
      return !sent || this.#followed.get(conversation) === true;
    } finally {
      this.#followed.delete(conversation);
    }
  }

  /** More was said where a line is on its way: whoever sends that one looks again. */
  follow(conversation: ConversationId): void {
    if (this.#followed.has(conversation)) this.#followed.set(conversation, true);
  }

  async #claim(): Promise<readonly Promise<boolean>[]> {
    const { store, now } = this.#deps;
    // Looked at before the store answers: what arrives in between may be in its answer still.
    const onTheirWay = new Set(this.#inFlight.keys());
    this.#handed.clear();
    const room = Math.min(atOnce, most - onTheirWay.size);
    if (room <= 0) return [];
    const listed = await store.dueDeliveries(now(), room, onTheirWay);
    const due = listed.filter(({ conversation }) => !this.#handed.has(conversation));
    return due.map((delivery) => this.#begin(delivery, false));
  }

  #begin(delivery: Outgoing, unhurried: boolean): Promise<boolean> {
    const { conversation } = delivery;
    const flight = this.#deliver(delivery, unhurried).finally(() => this.#inFlight.delete(conversation));
    this.#inFlight.set(
      conversation,
      flight.catch(() => {}),
    );
    return flight;
  }

  /** Whether it has left. */
  async #deliver(delivery: Outgoing, unhurried: boolean): Promise<boolean> {
    failpoint('deliver.beforeSend');
    const sent = await this.#attempt(delivery);
    failpoint('deliver.afterSend');
    await this.#note(delivery, sent, unhurried);
    return sent.status === 'sent';
  }

  async #attempt(delivery: Outgoing): Promise<Sent> {
    const channel = this.#deps.channels[delivery.channel];
    if (!channel) return { status: 'permanent', reason: `no channel is called ${delivery.channel}` };
    try {
      return await channel.send(delivery);
    } catch (error) {
      return { status: 'transient', reason: error instanceof Error ? error.message : 'unknown' };
    }
  }

  async #note({ id, createdAt, attempts }: Delivery, sent: Sent, unhurried: boolean): Promise<void> {
    const { store, now, random } = this.#deps;
    if (sent.status === 'sent') {
      // The next line of a conversation waits for this; where there is none, nobody does.
      await store.delivered(id, unhurried);
      return failpoint('deliver.afterMark');
    }
    const tooOld = now() - createdAt >= day;
    if (sent.status === 'permanent' || tooOld) return store.buryDelivery(id, sent.reason, now());
    const wait = Math.max(sent.retryAfter ?? 0, backOff(attempts, random));
    return store.retryDelivery(id, now() + Math.ceil(wait));
  }
}

const FIVE_MINUTES = 5 * 60 * 1000;

/** One second doubled each time, with full jitter, at most five minutes unless told otherwise. */
export function backOff(attempts: number, random: () => number, longest = FIVE_MINUTES): number {
  return Math.min(1000 * 2 ** attempts, longest) * random();
}
