/**
 * What the product asks of a database. One contract suite (test/store) runs against every implementation.
 * Instants are milliseconds since 1970 (UTC). Everything that a person said, sent or answered is encrypted by the store
 * with that person's key; callers see plain values and no transaction ever leaves the store.
 */

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
  | { readonly status: 'accepted' | 'duplicate'; readonly activityId: string; readonly seq: number }
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
  readonly type: 'reported' | 'corrected' | 'fileAdded' | 'promiseMade' | 'consentGiven';
  readonly v: 1;
  readonly at: number;
  readonly by: 'person' | 'bot' | 'adjuster' | 'system';
  readonly via: string;
  readonly person?: PersonId;
  readonly data: JsonObject;
}

/** What lists and look-ups need, written in the same commit as the events. Plates and phones only as blind indexes. */
export interface ClaimRow {
  readonly id: ClaimId;
  readonly number: string;
  readonly status: string;
  readonly accidentFrom: number | null;
  readonly accidentTo: number | null;
  readonly updatedAt: number;
  /** Everything folded from the events; encrypted with the claim's key. */
  readonly facts: JsonObject;
}

export interface ClaimWrite extends ClaimRow {
  /** Plain values; the store keeps only their HMAC. */
  readonly plates: readonly string[];
  readonly phones: readonly string[];
}

export interface Binding {
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly claim: ClaimId;
  readonly role: 'driver' | 'insured' | 'family' | 'injured' | 'other';
  readonly level: 'selfDeclared' | 'codeVerified' | 'staffVerified';
  readonly verifiedAt: number | null;
}

/** Something a person (staff) must look at: a wish to be called, a draft that broke off, a likely second report, a dead letter. */
export interface Ticket {
  readonly id: string;
  readonly kind: 'callBack' | 'brokenOff' | 'possibleDuplicate' | 'deadLetter' | 'serious';
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  readonly data: JsonObject;
}

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
  readonly events: readonly ClaimEvent[];
  readonly claims: readonly ClaimWrite[];
  readonly bindings: readonly Binding[];
  readonly tickets: readonly Ticket[];
  readonly jobs: readonly NewJob[];
  readonly cancelJobs: readonly string[];
  readonly audit: readonly AuditNote[];
}

export type Committed =
  | { readonly status: 'committed'; readonly activities: readonly StoredActivity[] }
  /** Somebody else went first: run the turn again from the start. */
  | { readonly status: 'stale' };

/** A browser that may go on with its conversation: the cookie's hash, never the cookie. */
export interface Device {
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly user: string;
  readonly expiresAt: number;
}

export interface Store {
  /** Opens a conversation for a person who is new to this channel; the id is the caller's (random, 128 bits). */
  openConversation(c: { id: ConversationId; channel: string; person: PersonId | 'new'; at: number; state: JsonObject }): Promise<Conversation>;
  conversation(id: ConversationId): Promise<Conversation | undefined>;

  accept(arrival: Arrival): Promise<Accepted>;
  /** At most five unhandled arrivals, in order. */
  pending(conversation: ConversationId, limit?: number): Promise<readonly PendingArrival[]>;
  /** Conversations with unhandled arrivals: taken up at start. */
  unfinished(limit: number): Promise<readonly ConversationId[]>;
  commit(work: TurnWork): Promise<Committed>;
  /** The turn on the next arrival threw; returns how often by now. */
  recordFailure(conversation: ConversationId, expectedHandled: number): Promise<number>;

  /** Transcript after `seq` (0 = all), oldest first; `note` lines are left out. */
  activities(conversation: ConversationId, afterSeq: number, limit: number): Promise<readonly StoredActivity[]>;

  dueJobs(now: number, limit: number): Promise<readonly Job[]>;
  /** The instant at which the next job is due, or null. */
  nextJobAt(): Promise<number | null>;
  finishJob(id: string): Promise<void>;
  retryJob(id: string, dueAt: number): Promise<void>;

  dueDeliveries(now: number, limit: number): Promise<readonly Delivery[]>;
  delivered(id: string): Promise<void>;
  retryDelivery(id: string, dueAt: number): Promise<void>;
  /** Gives up: dead letter and a ticket. */
  buryDelivery(id: string, reason: string, at: number): Promise<void>;

  claim(id: ClaimId): Promise<ClaimRow | undefined>;
  claimByNumber(number: string): Promise<ClaimRow | undefined>;
  /** Claims with this plate and an accident between the two instants. */
  claimsByPlate(plate: string, from: number, to: number): Promise<readonly ClaimId[]>;
  events(claim: ClaimId): Promise<readonly ClaimEvent[]>;
  bindings(conversation: ConversationId): Promise<readonly Binding[]>;
  tickets(limit: number): Promise<readonly Ticket[]>;

  addDevice(tokenHash: string, device: Device): Promise<void>;
  device(tokenHash: string, now: number): Promise<Device | undefined>;
  revokeDevices(conversation: ConversationId): Promise<void>;

  addFile(file: FileRecord): Promise<void>;
  file(id: FileId): Promise<FileRecord | undefined>;
  /** Files that no arrival refers to, received before `before`. */
  orphans(before: number, limit: number): Promise<readonly FileId[]>;
  dropFile(id: FileId): Promise<void>;

  /** Forgets message keys and job leftovers older than eight days. */
  prune(before: number): Promise<void>;
  /** Destroys the key: what that person said can no longer be read by anyone. */
  erasePerson(person: PersonId): Promise<void>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Bytes of files: a directory by default. Content is encrypted by the implementation with the person's key. */
export interface Files {
  put(id: FileId, person: PersonId, original: Buffer, display: Buffer | null): Promise<void>;
  original(id: FileId, person: PersonId): Promise<Buffer | undefined>;
  /** The copy without metadata where there is one, else the original. */
  display(id: FileId, person: PersonId): Promise<Buffer | undefined>;
  remove(id: FileId): Promise<void>;
}

/** Who is told after a commit that a conversation has something new. In one process a plain emitter. */
export interface Wake {
  wake(conversation: ConversationId): void;
  subscribe(conversation: ConversationId, listener: () => void): () => void;
}
