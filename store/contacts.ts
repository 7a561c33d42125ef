/**
 * Whom a report is assigned to, and by when a person must have spoken with whoever made it. Part of the claim's projection:
 * its truth is the claim's events.
 */
import type { ClaimId, ConversationId } from './records.ts';

export interface Contact {
  /** Where it was reported: of several that write it the first. */
  readonly conversation: ConversationId;
  /** Null: of no branch that is known. */
  readonly branch: string | null;
  readonly severity: 'death' | 'critical' | 'hospital' | 'light';
  readonly lang: string;
  readonly reportedAt: number;
  /** When the promised time began to run (the office was open), and when it is over. */
  readonly from: number;
  readonly due: number;
  /** An account; null where nobody could take it. */
  readonly assignee: string | null;
  readonly assignedAt: number;
  /** When a person spoke with whoever reported it, first. */
  readonly contactedAt: number | null;
}

export interface ClaimContact extends Contact {
  readonly claim: ClaimId;
  readonly number: string;
}

/** How much one of the staff has to do. */
export interface Workload {
  readonly account: string;
  /** Conversations that are hers now, and reports of hers whose first contact is still to be made. */
  readonly open: number;
  /** Of these reports, those of a death or of somebody in danger of life. */
  readonly grave: number;
  /** When a report was assigned to her last. */
  readonly lastAt: number | null;
}

/** What is read of first contacts; part of `Store`. */
export interface ContactPort {
  /** Still to be made, the soonest due first; of this branch or of none, or of one account. */
  contactsDue(wish: {
    readonly branch?: string | null;
    readonly assignee?: string;
    readonly limit: number;
  }): Promise<readonly ClaimContact[]>;
  /** Of the reports that were made in this conversation, the newest first. */
  contactsOf(conversation: ConversationId): Promise<readonly ClaimContact[]>;
  /** How long (ms) those waited after their report whose first contact was made last, newest first. */
  recentContacts(limit: number): Promise<readonly number[]>;
  /** Of all accounts that are not disabled. */
  workloads(): Promise<readonly Workload[]>;
}
