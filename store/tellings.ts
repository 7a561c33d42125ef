/** What each conversation has been told of its claims, and when to look again whether there is something to tell. */
import type { ClaimEvent, ClaimId, ConversationId } from './records.ts';

export interface Telling {
  readonly claim: ClaimId;
  /** So many events of the claim are known in the conversation. */
  readonly told: number;
  /** Grows with each event of the claim, so that what comes while a turn runs is not passed over. */
  readonly news: number;
  /** When there may be something to tell; null: only once something happens. */
  readonly lookAt: number | null;
}

/** Written with the turn that tells; where `news` is another by now, somebody looks again at once. */
export type TellingWrite = Telling;

export interface NumberedEvents {
  readonly last: number;
  readonly events: readonly { readonly seq: number; readonly event: ClaimEvent }[];
}

export interface TellingPort {
  /** Conversations to look at, the longest due first. Of several processes each gets others for a while. */
  dueTellings(now: number, limit: number): Promise<readonly ConversationId[]>;
  /** When the next one is due, or null; for whoever watches. */
  nextTellingAt(): Promise<number | null>;
  /** Of all claims that the conversation is bound to. */
  tellings(conversation: ConversationId): Promise<readonly Telling[]>;
  /** Of a claim all that can be read, each with its number, and the number of the last one, readable or not. */
  numberedEvents(claim: ClaimId): Promise<NumberedEvents>;
  /** Its turn could not be committed: not before then. */
  postponeTelling(conversation: ConversationId, until: number): Promise<void>;
  /** A client has read the transcript up to here. */
  noteSeen(conversation: ConversationId, seq: number): Promise<void>;
  /** The line of news that no client has read, if there is one. */
  unseen(conversation: ConversationId): Promise<number | undefined>;
}
