/** Delivers what is due while a clock jumps from one planned try to the next, and notes what was planned. */
import { Courier, type DeliverDeps, type Push } from '../../bots/deliver.ts';
import type { World } from './world.ts';

export interface Planned {
  readonly id: string;
  /** Milliseconds from the failed try to the next. */
  readonly wait: number;
}
export interface Buried {
  readonly id: string;
  readonly reason: string;
  readonly at: number;
}

export class Post {
  readonly planned: Planned[] = [];
  readonly buried: Buried[] = [];
  readonly #world: World;
  readonly #courier: Courier;
  readonly #due = new Map<string, number>();

  constructor(world: World, push: Push, random: () => number) {
    this.#world = world;
    const now = () => world.clock.at;
    this.#courier = new Courier({ store: this.#watched(), channels: { stub: push }, now, random });
  }

  /** What is due at this instant, without waiting for retries. */
  async now(): Promise<void> {
    while ((await this.#courier.deliverDue()) > 0) {
      // the next line of a conversation is due when the one before is gone
    }
  }

  /** Until nothing is left, however long that takes. */
  async all(): Promise<void> {
    for (;;) {
      await this.now();
      if (this.#due.size === 0) return;
      const { clock } = this.#world;
      clock.at = Math.max(clock.at, Math.min(...this.#due.values()));
    }
  }

  #watched(): DeliverDeps['store'] {
    const { store, clock } = this.#world;
    return {
      dueDeliveries: (now, limit, besides) => store.dueDeliveries(now, limit, besides),
      delivered: (id) => {
        this.#due.delete(id);
        return store.delivered(id);
      },
      retryDelivery: (id, dueAt) => {
        this.planned.push({ id, wait: dueAt - clock.at });
        this.#due.set(id, dueAt);
        return store.retryDelivery(id, dueAt);
      },
      buryDelivery: (id, reason, at) => {
        this.buried.push({ id, reason, at });
        this.#due.delete(id);
        return store.buryDelivery(id, reason, at);
      },
    };
  }
}
