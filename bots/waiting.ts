/** What waits in a conversation for its turn, and how much of it one turn takes. */
import type { Conversation, ConversationId, PendingArrival, Store } from '../store/ports.ts';

export class Waiting {
  readonly #store: Pick<Store, 'pending'>;
  /** Up to this number arrivals are taken one by one: a turn of several has failed, and nobody knows whose fault it was. */
  readonly #oneByOne = new Map<ConversationId, number>();
  /** What this process accepted last, until its turn has looked at it. */
  readonly #fresh = new Map<ConversationId, PendingArrival>();

  constructor(store: Pick<Store, 'pending'>) {
    this.#store = store;
  }

  /** It has just been accepted, and is durable. */
  keep(conversation: ConversationId, arrival: PendingArrival): void {
    this.#fresh.set(conversation, arrival);
  }

  takeOneByOne(conversation: ConversationId, upTo: number): void {
    this.#oneByOne.set(conversation, upTo);
  }

  /** Read back only where it is not the one that has just come: the row says which ones wait. */
  async of(conversation: Conversation): Promise<readonly PendingArrival[]> {
    const { id, handled, arrivals } = conversation;
    const most = this.#atOnce(conversation);
    const fresh = this.#fresh.get(id);
    this.#fresh.delete(id);
    if (fresh && handled === arrivals - 1 && fresh.number === arrivals) return [fresh];
    return handled < arrivals ? this.#store.pending(id, most) : [];
  }

  #atOnce({ id, handled, failures }: Conversation): number {
    const last = this.#oneByOne.get(id) ?? 0;
    if (handled >= last) this.#oneByOne.delete(id);
    return failures > 0 || handled < last ? 1 : 5;
  }
}
