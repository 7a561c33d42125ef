/** Conversations of a colleague who is not there: who may take them over, and how they go back to the queue. */
import { QUEUE } from '../bots/acts.ts';
import type { Adjuster, DeskResult } from '../bots/desk.ts';
import type { Account, AccountId, Handoff, Presence } from '../store/ports.ts';
import { may } from './people/rights.ts';
import type { Seen } from './seen.ts';
import type { Desk } from './web/visit.ts';

/** Nobody has so many at once. */
const MOST = 100;
/** Milliseconds since the last sign of a page of hers. */
export const SEEN = 2 * 60_000;

export const adjusterOf = ({ id, name, reach }: Account): Adjuster => ({ id, name, reach });

export const heldBy = ({ store }: Pick<Desk, 'store'>, adjuster: AccountId): Promise<readonly Handoff[]> =>
  store.handoffs({ state: 'active', adjuster, limit: MOST });

/** Who says that she is here. */
export const whoIsHere = async ({ store, now }: Pick<Desk, 'store' | 'now'>): Promise<ReadonlySet<string>> =>
  new Set((await store.presence(now() - SEEN)).map(({ adjuster }) => adjuster));

/** Whoever takes somebody or speaks is there, though she has not said so; then nobody else is sent to her. */
export async function noteHere({ store, now, wake }: Desk, { id }: Account): Promise<void> {
  if ((await store.presence(now() - SEEN)).some(({ adjuster }) => adjuster === id)) return;
  await store.present({ adjuster: id, seenAt: now(), maxOpen: 0, ringing: false });
  wake.wake(QUEUE);
}

/** Who takes people who wait, of those who are there. */
export const takes = ({ maxOpen }: Presence): boolean => maxOpen > 0;

/** The colleague who has it and is not there, where this one leads and may take it from her. */
export async function absentHolder(
  desk: Desk,
  me: Account,
  { handoff }: Pick<Seen, 'handoff'>,
): Promise<Account | undefined> {
  if (handoff?.state !== 'active' || handoff.adjuster === me.id || !may(me, 'lead')) return undefined;
  const [holder, here] = await Promise.all([
    desk.store.account((handoff.adjuster ?? '') as AccountId),
    whoIsHere(desk),
  ]);
  return holder && (holder.disabledAt !== null || !here.has(holder.id)) ? holder : undefined;
}

/** An act of its own: it happens only while that colleague still has it. */
export async function takeOver(desk: Desk, me: Account, found: Seen, key?: string): Promise<DeskResult> {
  // Tapped twice: it is hers already.
  if (found.handoff?.state === 'active' && found.handoff.adjuster === me.id) return { status: 'done' };
  const holder = await absentHolder(desk, me, found);
  if (!holder) return { status: 'notYours' };
  return desk.floor.takeOver(found.conversation.id, adjusterOf(me), holder.id, key);
}

/** All that she has, to the front of the queue. */
export async function release(desk: Desk, account: Account): Promise<void> {
  for (const { conversation } of await heldBy(desk, account.id)) {
    await desk.trail.note(account.id, 'transfer', conversation);
    await desk.floor.transfer(conversation, adjusterOf(account), 'queue', '');
  }
  desk.board.drop();
}
