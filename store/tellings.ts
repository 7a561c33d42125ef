/** What each conversation has been told of its claims, and when to look again whether there is something to tell. */
import type { ClaimId, ConversationId } from './records.ts';

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

export interface TellingPort {
  /** Conversations to look at, the longest due first. Of several processes each gets others for a while. */
  dueTellings(now: number, limit: number): Promise<readonly ConversationId[]>;
  /** When the next one is due, or null. */
  nextTellingAt(): Promise<number | null>;
  /** Of all claims that the conversation is bound to. */
  tellings(conversation: ConversationId): Promise<readonly Telling[]>;
  /** Its turn could not be committed: not before then. */
  postponeTelling(conversation: ConversationId, until: number): Promise<void>;
  /** A client has read the transcript up to here. */
  noteSeen(conversation: ConversationId, seq: number): Promise<void>;
  /** The line of news that no client has read, if there is one. */
  unseen(conversation: ConversationId): Promise<number | undefined>;
}
