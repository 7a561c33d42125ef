/**
 * For platforms where we may speak only so often after the person has spoken, such as five times within two days. A line over
 * that is neither sent nor kept waiting, where it would stand before the answer to her next message: it becomes a dead letter
 * with a ticket at once, so that somebody reaches her in another way. Every message of hers makes room again.
 */
import type { Delivery, Store } from '../store/ports.ts';
import type { Push } from './deliver.ts';

export interface Quota {
  readonly lines: number;
  /** Milliseconds since the person spoke last. */
  readonly within: number;
}

export interface QuotaDeps {
  readonly store: Pick<Store, 'activities'>;
  readonly now: () => number;
}

/** Far more lines than can be on their way in one conversation. */
const AHEAD = 200;

export const withinQuota = (push: Push, quota: Quota, deps: QuotaDeps): Push => ({
  async send(delivery) {
    if (await isSpent(delivery, quota, deps)) return { status: 'permanent', reason: 'quota' };
    return push.send(delivery);
  },
});

/** Counted in the transcript, which every process has: lines before this one have been sent, or given up. */
async function isSpent({ conversation, seq }: Delivery, quota: Quota, { store, now }: QuotaDeps): Promise<boolean> {
  const near = await store.activities(conversation, Math.max(0, seq - 1 - quota.lines), quota.lines + AHEAD);
  const heard = near.findLast(({ direction }) => direction === 'user');
  // Who has not spoken lately, or ever, has opened the conversation.
  const { seq: last, at } = heard ?? { seq: 0, at: near[0]?.at ?? now() };
  const sent = near.filter((line) => line.seq > last && line.seq < seq).length;
  return sent >= quota.lines || now() - at > quota.within;
}
