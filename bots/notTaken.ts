/** What was not taken: said at once, so that nobody believes that it has arrived. */
import type { Activity } from 'botbuilder';
import { goOn, type Scope } from './scope.ts';

interface NotTaken {
  /** How many files. */
  readonly files?: number;
  /** The text was longer than this many characters. */
  readonly text?: number;
}

/** True when nothing is left of the message. */
export function tellNotTaken(scope: Scope, { text, channelData }: Activity): boolean {
  const { notTaken, files } = (channelData ?? {}) as { notTaken?: NotTaken; files?: readonly unknown[] };
  if (!notTaken) return false;
  scope.draft.set({ greeted: true });
  if (notTaken.files) scope.say({ key: 'channel.filesNotTaken', values: { count: notTaken.files } });
  if (notTaken.text) scope.say({ key: 'channel.textTooLong', values: { most: notTaken.text } });
  const nothingElse = !text?.trim() && !files?.length;
  if (nothingElse) goOn(scope);
  return nothingElse;
}

/** Of the fifty that a conversation may have waiting: from here on the next ones may be refused. */
const crowd = 40;
const hour = 60 * 60 * 1000;

/** Once an hour: that messages wait their turn, and what to do with one that was not taken. */
export function tellCrowded({ draft, say }: Scope): void {
  const { arrivals, handled } = draft.conversation;
  const { crowdedAt } = draft.state;
  if (arrivals - handled < crowd || (crowdedAt !== undefined && draft.at - crowdedAt < hour)) return;
  draft.set({ crowdedAt: draft.at });
  say({ key: 'channel.crowded' });
}
