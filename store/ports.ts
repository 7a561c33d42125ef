/**
 * What the product asks of a database. One contract suite (test/store) runs against every implementation.
 * Instants are milliseconds since 1970 (UTC). Everything that a person said, sent or answered is encrypted by the store
 * with that person's key; callers see plain values and no transaction ever leaves the store.
 */

import type { CodePort } from './codes.ts';
import type { ContactPort } from './contacts.ts';
import type { DeskPort } from './handoffs.ts';
import type { InsurerPort } from './insurer.ts';
import type { People } from './people.ts';
import type {
  Accepted,
  Arrival,
  Binding,
  ClaimEvent,
  ClaimId,
  ClaimRow,
  Conversation,
  ConversationId,
  Device,
  FileId,
  FileRecord,
  JsonObject,
  PendingArrival,
  PersonId,
  Sought,
  StoredActivity,
} from './records.ts';
import type { TellingPort } from './tellings.ts';
import type { Committed, Delivery, Job, TurnWork } from './turn-work.ts';
import type { WebhookPort } from './webhooks.ts';

export type * from './codes.ts';
export type * from './contacts.ts';
export type * from './handoffs.ts';
export type * from './insurer.ts';
export type * from './people.ts';
export type * from './recorded.ts';
export type * from './records.ts';
export type * from './tellings.ts';
export type * from './turn-work.ts';
export type * from './webhooks.ts';

export interface Store extends DeskPort, CodePort, ContactPort, InsurerPort, People, TellingPort, WebhookPort {
  /** Opens a conversation for a person who is new to this channel; the id is the caller's (random, 128 bits). */
  openConversation(c: {
    id: ConversationId;
    channel: string;
    person: PersonId | 'new';
    at: number;
    state: JsonObject;
  }): Promise<Conversation>;
  conversation(id: ConversationId): Promise<Conversation | undefined>;

  accept(arrival: Arrival): Promise<Accepted>;
  /** Whether a message with this key was accepted before; for work that must not be done twice before `accept`. */
  accepted(
    channel: string,
    conversation: ConversationId,
    key: string,
  ): Promise<{ activityId: string; seq: number } | undefined>;
  /** At most five unhandled arrivals, in order. One that cannot be read has the payload `{ type: 'damaged' }` and no files. */
  pending(conversation: ConversationId, limit?: number): Promise<readonly PendingArrival[]>;
  /**
   * Conversations with unhandled arrivals, longest silent first: taken up at start. What was handled is not in the next list;
   * nor is one whose state cannot be read.
   */
  unfinished(limit: number): Promise<readonly ConversationId[]>;
  commit(work: TurnWork): Promise<Committed>;
  /** The turn on the next arrival threw; returns how often by now. */
  recordFailure(conversation: ConversationId, expectedHandled: number): Promise<number>;

  /** Transcript after `seq` (0 = all), oldest first; `note` lines and damaged ones are left out. */
  activities(conversation: ConversationId, afterSeq: number, limit: number): Promise<readonly StoredActivity[]>;

  /** A job that cannot be read is dropped. */
  dueJobs(now: number, limit: number): Promise<readonly Job[]>;
  /** The instant at which the next job is due, or null. */
  nextJobAt(): Promise<number | null>;
  finishJob(id: string): Promise<void>;
  retryJob(id: string, dueAt: number): Promise<void>;

  /** A line that cannot be read is buried. Those of conversations in `besides` (something of theirs is on its way) are left out. */
  dueDeliveries(now: number, limit: number, besides?: ReadonlySet<ConversationId>): Promise<readonly Delivery[]>;
  /** Durable once resolved. `unhurried`: that may be some milliseconds later, together with what others write. */
  delivered(id: string, unhurried?: boolean): Promise<void>;
  retryDelivery(id: string, dueAt: number): Promise<void>;
  /** Gives up: dead letter and a ticket. */
  buryDelivery(id: string, reason: string, at: number): Promise<void>;

  claim(id: ClaimId): Promise<ClaimRow | undefined>;
  claimByNumber(number: string): Promise<ClaimRow | undefined>;
  /** Claims with this plate and an accident between the two instants. */
  claimsByPlate(plate: string, from: number, to: number): Promise<readonly ClaimId[]>;
  /** Conversations about claims with exactly this number, plate or telephone number, the newest claim first. */
  conversationsBy(by: Sought, value: string, limit: number): Promise<readonly ConversationId[]>;
  events(claim: ClaimId): Promise<readonly ClaimEvent[]>;
  bindings(conversation: ConversationId): Promise<readonly Binding[]>;

  addDevice(tokenHash: string, device: Device): Promise<void>;
  device(tokenHash: string, now: number): Promise<Device | undefined>;
  /** Also sets `revokedAt`. */
  revokeDevices(conversation: ConversationId): Promise<void>;

  addFile(file: FileRecord): Promise<void>;
  file(id: FileId): Promise<FileRecord | undefined>;
  /** All files of a conversation, referenced or not, for its quota. */
  fileUse(conversation: ConversationId): Promise<{ readonly count: number; readonly bytes: number }>;
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
