/** The shapes that go in and out of a store. Instants are milliseconds since 1970 (UTC). */

import type { Contact } from './contacts.ts';
import type { AgreedType, RecordedType } from './recorded.ts';
import type { Job } from './turn-work.ts';

declare const brand: unique symbol;
type Branded<Name> = string & { readonly [brand]: Name };
export type ConversationId = Branded<'conversation'>;
export type PersonId = Branded<'person'>;
export type ClaimId = Branded<'claim'>;
export type FileId = Branded<'file'>;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Who has the floor (architecture: the conversation's row). */
export type Floor = 'bot' | 'waiting' | 'person' | 'closed';
export type Direction = 'user' | 'bot' | 'person' | 'note';

/** One line of the transcript. `payload` is the Bot Framework activity as clients see it, without id, timestamp and conversation. */
export interface StoredActivity {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly id: string;
  readonly direction: Direction;
  /** Strictly increasing within a conversation. */
  readonly at: number;
  readonly payload: JsonObject;
}

export interface FileRecord {
  readonly id: FileId;
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly receivedAt: number;
}

/** Commit 1: what a channel hands over once it has verified sender, size and shape. */
export interface Arrival {
  readonly channel: string;
  readonly conversation: ConversationId;
  /** The channel's own message id or what stands for it: the same key is one message, for ever (eight days at least). */
  readonly key: string;
  readonly at: number;
  readonly payload: JsonObject;
  readonly files?: readonly FileId[];
  /** Messages are shown in the transcript; events (a conversation started, a client joined) are handled but not shown. */
  readonly shown: boolean;
}

export type Accepted =
  | {
      readonly status: 'accepted';
      readonly activityId: string;
      readonly seq: number;
      /** As in `PendingArrival`. */
      readonly number: number;
      readonly at: number;
    }
  | { readonly status: 'duplicate'; readonly activityId: string; readonly seq: number }
  /** The conversation does not exist or is erased. */
  | { readonly status: 'unknown' }
  /** Too many unanswered messages wait in this conversation (cap 50). */
  | { readonly status: 'full' };

export interface PendingArrival {
  /** The conversation's own arrival number: 1, 2, 3 … */
  readonly number: number;
  readonly activityId: string;
  readonly at: number;
  readonly payload: JsonObject;
  readonly files: readonly FileRecord[];
}

export interface Conversation {
  readonly id: ConversationId;
  readonly channel: string;
  readonly person: PersonId;
  readonly version: number;
  readonly handled: number;
  readonly arrivals: number;
  readonly floor: Floor;
  readonly state: JsonObject;
  /** How often the turn on the next unhandled arrival has failed. */
  readonly failures: number;
  /** Number of the last line of the transcript, 0 for an empty one. */
  readonly lastSeq: number;
  /** When the person last said “this is not my phone”: links signed before that are void. */
  readonly revokedAt: number | null;
  readonly createdAt: number;
}

export type Cause =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'timer'; readonly job: Job }
  | { readonly kind: 'api' | 'adjuster'; readonly payload: JsonObject };

/** Truth about a claim. */
export interface ClaimEvent {
  readonly id: string;
  readonly claim: ClaimId;
  readonly type:
    | 'reported'
    | 'corrected'
    | 'fileAdded'
    | 'promiseMade'
    | 'promiseKept'
    | 'assigned'
    | 'contacted'
    | AgreedType
    | RecordedType;
  readonly v: 1;
  readonly at: number;
  readonly by: 'person' | 'bot' | 'adjuster' | 'system' | 'insurer';
  readonly via: string;
  readonly person?: PersonId;
  readonly data: JsonObject;
}

/** What lists and look-ups need, written in the same commit as the events. Plates and phones only as blind indexes. */
export interface ClaimRow {
  readonly id: ClaimId;
  /** How many events it is folded from. */
  readonly version: number;
  readonly number: string;
  readonly status: string;
  readonly accidentFrom: number | null;
  readonly accidentTo: number | null;
  readonly updatedAt: number;
  /** Everything folded from the events; encrypted with the claim's key. */
  readonly facts: JsonObject;
}

/** Refused as stale where the claim has other than `expectedVersion` events by now. */
export interface ClaimWrite extends Omit<ClaimRow, 'version'> {
  readonly expectedVersion: number;
  /** Plain values; the store keeps only their HMAC. */
  readonly plates: readonly string[];
  readonly phones: readonly string[];
  /** Absent for what was reported before reports were assigned. */
  readonly contact?: Contact;
}

/** What a claim is looked for by. */
export type Sought = 'number' | 'plate' | 'phone';

export interface Binding {
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly claim: ClaimId;
  readonly role: 'driver' | 'insured' | 'family' | 'injured' | 'heir' | 'agent' | 'other';
  readonly level: 'selfDeclared' | 'codeVerified' | 'staffVerified';
  readonly verifiedAt: number | null;
}

/** Something a person (staff) must look at: a wish to be called, a draft that broke off, a likely second report, a dead letter. */
export interface Ticket {
  readonly id: string;
  readonly kind: 'callBack' | 'brokenOff' | 'possibleDuplicate' | 'deadLetter' | 'serious' | 'promise' | 'advance';
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  /** The instant by which a call is promised. */
  readonly slot?: number;
  /** Seen by colleagues of this branch only; where it is absent, by all. */
  readonly branch?: string;
  /** Who of the staff has it, and when it was done; written by the desk, not by turns. */
  readonly takenBy?: string;
  readonly doneAt?: number;
  readonly data: JsonObject;
}

/** A browser that may go on with its conversation: the cookie's hash, never the cookie. */
export interface Device {
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly user: string;
  readonly expiresAt: number;
}
