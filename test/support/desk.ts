/** Colleagues at the desk, for stories. */
import { expect } from 'chai';
import type { Adjuster } from '../../bots/desk.ts';
import type { Handoff, StoredActivity } from '../../store/ports.ts';
import type { Talk } from './talk.ts';

export const wang: Adjuster = { id: 'wang', name: '王敏', reach: '0731-8888 6666' };
export const li: Adjuster = { id: 'li', name: '李强', reach: '' };

/** She is there, and takes so many conversations. */
export const comes = (talk: Talk, adjuster: Adjuster, maxOpen = 3): Promise<void> =>
  talk.app.store.present({ adjuster: adjuster.id, seenAt: talk.clock.at, maxOpen, ringing: false });

export async function accepts(talk: Talk, adjuster: Adjuster): Promise<void> {
  expect(await talk.app.desk.accept(talk.conversation, adjuster)).to.deep.equal({ status: 'done' });
  await talk.listen();
}

export async function handoffOf(talk: Talk): Promise<Handoff> {
  const found = await talk.app.store.handoffOf(talk.conversation);
  if (!found) throw new Error('Nobody has asked for a person.');
  return found;
}

export const floorOf = async (talk: Talk): Promise<string | undefined> =>
  (await talk.app.store.conversation(talk.conversation))?.floor;

/** Everything in order, notes too. */
export const whole = (talk: Talk): Promise<readonly StoredActivity[]> =>
  talk.app.store.transcript(talk.conversation, 0, 1_000);
