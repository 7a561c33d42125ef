/** What a channel brought and could not take: said at once, so that nobody believes that a photo has arrived. */
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
