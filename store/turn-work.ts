/** One turn as one plain value, and the work that outlives it. */
import type { Handoff } from './handoffs.ts';
import type {
  Binding,
  Cause,
  ClaimEvent,
  ClaimWrite,
  ConversationId,
  FileId,
  Floor,
  JsonObject,
  StoredActivity,
  Ticket,
} from './records.ts';
import type { TellingWrite } from './tellings.ts';

export interface NewJob {
  /** One job per key: scheduling the same key again moves it. */
  readonly key: string;
  readonly kind: string;
  readonly dueAt: number;
  readonly conversation?: ConversationId;
  readonly payload: JsonObject;
}
export interface Job extends NewJob {
  readonly id: string;
  readonly attempts: number;
}

export interface Delivery {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly channel: string;
  /** Stable: the receiver may drop what it has seen. */
  readonly key: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly payload: JsonObject;
}

export interface Said {
  readonly direction: 'bot' | 'person' | 'note';
  readonly payload: JsonObject;
}

/** Which template, in which version, said or decided something. No personal data. */
export interface AuditNote {
  readonly what: string;
  readonly data: JsonObject;
}

/** Commit 2: one turn as one plain value. */
export interface TurnWork {
  readonly conversation: ConversationId;
  readonly expectedVersion: number;
  readonly expectedHandled: number;
  readonly handledUpTo: number;
  readonly cause: Cause;
  readonly at: number;
  readonly floor: Floor;
  readonly state: JsonObject;
  readonly said: readonly Said[];
  /** Push channels only: every line said becomes a delivery. Pull channels (Direct Line) read the transcript. */
  readonly push: boolean;
  /** Whoever commits sends the first line: it is claimed with the commit, where nothing waits before it. */
  readonly claim?: boolean;
  readonly events: readonly ClaimEvent[];
  readonly claims: readonly ClaimWrite[];
  readonly bindings: readonly Binding[];
  readonly tickets: readonly Ticket[];
  /** Done with this turn, by whom; whoever had taken them. One that is done already stays as it is. */
  readonly ticketsDone?: readonly { readonly id: string; readonly by: string }[];
  /** As they are from now on. */
  readonly handoffs?: readonly Handoff[];
  readonly jobs: readonly NewJob[];
  readonly cancelJobs: readonly string[];
  readonly audit: readonly AuditNote[];
  /** Telephone numbers that the person has said: the conversation is found by them. */
  readonly phones?: readonly string[];
  /** Number plates, the same. */
  readonly plates?: readonly string[];
  /** Files that the lines said carry: each was added to this conversation and is carried once. */
  readonly files?: readonly FileId[];
  /** What the conversation knows of its claims from now on. */
  readonly tellings?: readonly TellingWrite[];
  /** The last line said is news: it is noted until a client has read it. */
  readonly unseen?: true;
  /** Why what was wished cannot be done: then nothing is committed, and whoever wished hears this. */
  readonly refused?: JsonObject;
}

export type Committed =
  /** `due` was claimed (`TurnWork.claim`): it may leave at once. */
  | { readonly status: 'committed'; readonly activities: readonly StoredActivity[]; readonly due?: Delivery }
  /** Somebody else went first: run the turn again from the start. */
  | { readonly status: 'stale' };
