/**
 * Who waits for a person, who talks to whom, and who of the staff is there. A handoff is written in the commit of the turn
 * that changed it (`TurnWork.handoffs`); its truth is the conversation's state and floor, the row is what queues are read from.
 */
import type { ClaimId, ConversationId, JsonObject, StoredActivity, Ticket } from './records.ts';

/** `ticket`: nobody was there, a call is promised instead. */
export type HandoffState = 'waiting' | 'active' | 'ticket' | 'ended';

/** `desk`: a colleague began it. */
export type HandoffReason =
  | 'asked'
  | 'distress'
  | 'death'
  | 'danger'
  | 'icu'
  | 'minor'
  | 'threat'
  | 'complaint'
  | 'crisis'
  | 'misunderstood'
  | 'rule'
  | 'amount'
  | 'desk';

/** Why it is over. */
export type HandoffOutcome = 'handedBack' | 'closed' | 'left' | 'solved' | 'notSolved' | 'failed' | 'lookedAfter';

/** One asking for a person, from the wish to the end. */
export interface Handoff {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly state: HandoffState;
  readonly reason: HandoffReason;
  /** 0 … 3; the higher goes first. */
  readonly severity: number;
  /** Came back into the queue: goes before others of the same severity. */
  readonly back: boolean;
  readonly lang: string;
  readonly branch: string | null;
  readonly askedAt: number;
  /** When it was accepted first. */
  readonly acceptedAt: number | null;
  /** The account of whoever has it, or had it last. */
  readonly adjuster: string | null;
  /** When a colleague wrote the first words of her own. */
  readonly firstWordAt: number | null;
  readonly lastAdjusterAt: number | null;
  readonly lastPersonAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: HandoffOutcome | null;
  /** Encrypted: the adjuster's `name` and `reach`, `note` of a transfer, what was `agreed`, `why` it was not solved, which question of the bot she `asks`, since when words are `unanswered`. */
  readonly data: JsonObject;
}

export interface HandoffWish {
  readonly state: HandoffState;
  readonly adjuster?: string;
  /** Of this branch or of none. */
  readonly branch?: string | null;
  readonly limit: number;
  /** So many of the list were seen. */
  readonly skip?: number;
}

/** One of the staff says that she is there; again and again, for it is forgotten. */
export interface Presence {
  readonly adjuster: string;
  readonly seenAt: number;
  /** Takes at most so many conversations at a time. */
  readonly maxOpen: number;
  readonly ringing: boolean;
}

export interface Present extends Presence {
  /** So many conversations are hers now. */
  readonly open: number;
  /** Whom she can see. */
  readonly branch: string | null;
}

export type Taken =
  | { readonly status: 'done' }
  | { readonly status: 'takenBy'; readonly adjuster: string }
  /** Not there, or done already. */
  | { readonly status: 'gone' };

export interface TicketPort {
  /** Newest first. */
  tickets(limit: number): Promise<readonly Ticket[]>;
  /** Not done yet, the longest waiting first; of this branch or of none. */
  openTickets(limit: number, branch?: string | null): Promise<readonly Ticket[]>;
  openTicketsOf(conversation: ConversationId): Promise<readonly Ticket[]>;
  /** Whoever takes it first has it. */
  takeTicket(id: string, adjuster: string): Promise<Taken>;
  /** Back to all. */
  leaveTicket(id: string, adjuster: string): Promise<void>;
  finishTicket(id: string, adjuster: string, at: number): Promise<Taken>;
}

/** What people at the desk read and write beside turns; part of `Store`. */
export interface DeskPort extends TicketPort {
  /** In the order of the queue: the most severe, then who came back, then who has waited longest. */
  handoffs(wish: HandoffWish): Promise<readonly Handoff[]>;
  /** The last one of this conversation, whatever has become of it. */
  handoffOf(conversation: ConversationId): Promise<Handoff | undefined>;
  /** How many wait before this one, for colleagues of its branch. */
  waitingBefore(handoff: Pick<Handoff, 'id' | 'severity' | 'back' | 'askedAt' | 'branch'>): Promise<number>;
  /** How long (ms) those waited who were accepted last, newest first. */
  recentWaits(limit: number): Promise<readonly number[]>;

  /** Says that somebody is there. */
  present(presence: Presence): Promise<void>;
  absent(adjuster: string): Promise<void>;
  /** Who was seen since then. */
  presence(seenSince: number): Promise<readonly Present[]>;

  /** Like `activities`, and notes among colleagues with it: never for the person. */
  transcript(conversation: ConversationId, afterSeq: number, limit: number): Promise<readonly StoredActivity[]>;
}
