/** The tables as the code sees them, and the ordered list of migrations. One schema for SQLite and PostgreSQL. */
import { spine } from './migrations/0001-spine.ts';
import { use } from './migrations/0002-use.ts';
import { many } from './migrations/0003-many.ts';
import { floor } from './migrations/0004-floor.ts';
import { people } from './migrations/0005-people.ts';
import { assigned } from './migrations/0006-assigned.ts';
import { search } from './migrations/0007-search.ts';
import { api } from './migrations/0008-api.ts';
import { codes } from './migrations/0009-codes.ts';
import { spoken } from './migrations/0010-spoken.ts';
import { telling } from './migrations/0011-telling.ts';
import { webhooks } from './migrations/0012-webhooks.ts';
import { origins } from './migrations/0013-origins.ts';
import { proposed } from './migrations/0014-proposed.ts';
import type { ClaimId, ConversationId, Direction, FileId, Floor, PersonId } from './ports.ts';

/** How one database names the three kinds of column; instants are milliseconds in `int`, everything sealed is `bytes`. */
export interface Dialect {
  readonly text: string;
  readonly int: string;
  readonly bytes: string;
  /** What follows the closing bracket of a table. */
  readonly end: string;
  /** The same for a table of small rows that is read by its key only: kept in the key's order, a commit writes fewer pages. */
  readonly keyed: string;
  /** The bytes of files lie in a table; else in a directory. */
  readonly filesInDatabase?: true;
}

export interface Migration {
  readonly name: string;
  readonly up: (dialect: Dialect) => readonly string[];
}

/** Add at the end; never change or reorder what was released. */
export const migrations: readonly Migration[] = [
  spine,
  use,
  many,
  floor,
  people,
  assigned,
  search,
  api,
  codes,
  spoken,
  telling,
  webhooks,
  origins,
  proposed,
];

export interface ConversationRow {
  readonly id: ConversationId;
  readonly channel: string;
  readonly person: PersonId;
  readonly version: number;
  readonly handled: number;
  readonly arrivals: number;
  /** The transcript's last line and its instant. */
  readonly seq: number;
  readonly last_at: number;
  readonly floor: Floor;
  readonly failures: number;
  readonly revoked_at: number | null;
  readonly created_at: number;
}

/** The wrapped key of a person. */
export interface Wrapped {
  readonly wrapped: Uint8Array | null;
}
/** A conversation with the wrapped key of its person, so that one look is enough. */
export type OwnedRow = ConversationRow & Wrapped;
/** With the sealed state, which is long and which not everybody needs. */
export interface Stateful {
  readonly state: Uint8Array;
}
export type WholeRow = OwnedRow & Stateful;
export type OwnerRow = Wrapped & { readonly person: PersonId };

export interface ActivityRow {
  readonly seq: number;
  readonly direction: Direction;
  readonly at: number;
  readonly payload: Uint8Array;
}

/** An arrival that was not handled yet. Shown ones have their payload in the transcript at `seq`. */
export interface ArrivalRow {
  readonly number: number;
  readonly seq: number | null;
  readonly at: number;
  readonly payload: Uint8Array | null;
}

/** A message that was seen. */
export interface InboxRow {
  readonly number: number;
  readonly seq: number;
  readonly shown: 0 | 1;
}

export interface FileRow {
  readonly id: FileId;
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly received_at: number;
  readonly sealed: Uint8Array;
}

export interface DeliveryRow {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly seq: number;
  readonly channel: string;
  readonly attempts: number;
  readonly created_at: number;
  readonly payload: Uint8Array;
}

export interface JobRow {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly due_at: number;
  readonly conversation: ConversationId | null;
  readonly person: PersonId | null;
  readonly attempts: number;
  readonly payload: Uint8Array;
}

export interface ClaimTableRow {
  readonly id: ClaimId;
  /** Counted, not stored: events of the claim. */
  readonly version: number;
  readonly number: string;
  readonly status: string;
  readonly accident_from: number | null;
  readonly accident_to: number | null;
  readonly updated_at: number;
  /** Null after somebody who took part was erased: to be folded anew from the events that remain. */
  readonly facts: Uint8Array | null;
}
