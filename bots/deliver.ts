/** Sends what was said to push channels: in order, one in flight a conversation, a stable key each, patient with passing faults. */
import { failpoint } from '../store/failpoints.ts';
import type { Delivery, Store } from '../store/ports.ts';

export type Sent =
  | { readonly status: 'sent' }
  /** Will pass: try again, not before `retryAfter` milliseconds if given. */
  | { readonly status: 'transient'; readonly reason: string; readonly retryAfter?: number }
  /** Will not pass: no use in trying again. */
  | { readonly status: 'permanent'; readonly reason: string };

export interface Push {
  send(delivery: Delivery): Promise<Sent>;
}

export interface DeliverDeps {
  readonly store: Pick<Store, 'dueDeliveries' | 'delivered' | 'retryDelivery' | 'buryDelivery'>;
  readonly channels: Readonly<Record<string, Push>>;
  readonly now: () => number;
  readonly random: () => number;
}

const day = 24 * 60 * 60 * 1000;

/** Sends what is due; returns how many were tried. */
export async function deliverDue(deps: DeliverDeps): Promise<number> {
  const due = await deps.store.dueDeliveries(deps.now(), 50);
  await Promise.all(due.map((delivery) => deliver(deps, delivery)));
  return due.length;
}

async function deliver(deps: DeliverDeps, delivery: Delivery): Promise<void> {
  failpoint('deliver.beforeSend');
  const sent = await attempt(deps, delivery);
  failpoint('deliver.afterSend');
  if (sent.status === 'sent') return deps.store.delivered(delivery.id);
  const tooOld = deps.now() - delivery.createdAt >= day;
  if (sent.status === 'permanent' || tooOld) return deps.store.buryDelivery(delivery.id, sent.reason, deps.now());
  const wait = Math.max(sent.retryAfter ?? 0, backOff(delivery.attempts, deps.random));
  return deps.store.retryDelivery(delivery.id, deps.now() + Math.ceil(wait));
}

async function attempt(deps: DeliverDeps, delivery: Delivery): Promise<Sent> {
  const channel = deps.channels[delivery.channel];
  if (!channel) return { status: 'permanent', reason: `no channel is called ${delivery.channel}` };
  try {
    return await channel.send(delivery);
  } catch (error) {
    return { status: 'transient', reason: error instanceof Error ? error.message : 'unknown' };
  }
}

/** One second doubled each time, with full jitter, at most five minutes. */
export function backOff(attempts: number, random: () => number): number {
  return Math.min(1000 * 2 ** attempts, 5 * 60 * 1000) * random();
}
