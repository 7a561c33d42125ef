/** What staff must hear of at once; the same reason once a day and conversation, however often it is said. */
import type { Raise } from '../dialogs/raise.ts';
import type { Draft } from './draft.ts';

const day = 24 * 60 * 60 * 1000;

export function raise(draft: Draft, reason: Raise): void {
  const before = draft.state.raised[reason];
  if (before !== undefined && draft.at - before < day) return;
  draft.set({ raised: { ...draft.state.raised, [reason]: draft.at } });
  draft.ticket('serious', { reason, phone: draft.state.phone });
}
