/** People who work at the desk, and the trail of what they looked at and changed. Instants are milliseconds since 1970 (UTC). */
import type { JsonObject } from './records.ts';

declare const brand: unique symbol;
export type AccountId = string & { readonly [brand]: 'account' };

export type AccountRole = 'adjuster' | 'supervisor' | 'auditor' | 'administrator';

export interface Account {
  readonly id: AccountId;
  /** What she signs in with: lower case, unique. */
  readonly login: string;
  readonly role: AccountRole;
  /** Null: of no branch, sees all of them. */
  readonly branch: string | null;
  readonly name: string;
  /** How people reach her, as they read it. */
  readonly reach: string;
  readonly languages: readonly string[];
  /** Null until the link of an invitation was followed: nobody can sign in before. */
  readonly password: string | null;
  /** The secret of her second factor, base32. */
  readonly totp: string | null;
  readonly disabledAt: number | null;
  readonly createdAt: number;
  /** Grows with each change; a change of another state is refused. */
  readonly version: number;
  /** Attempts to sign in that failed since the last that did not, and until when none is looked at. */
  readonly failures: number;
  readonly lockedUntil: number;
}

export interface DeskSession {
  readonly hash: string;
  readonly account: AccountId;
  readonly createdAt: number;
  readonly seenAt: number;
}

/** Who did or saw what, when. Ids and names of fields only: no personal data, so that it may stay when a person is erased. */
export interface Act {
  readonly id: string;
  readonly at: number;
  /** An account, or `system`. */
  readonly who: string;
  readonly what: string;
  /** The conversation, claim or account that it is about. */
  readonly subject: string;
  readonly data: JsonObject;
}

/** Acts up to `last` are numbered and chained: `hash` covers them all, `mac` can only be made with the key. */
export interface Seal {
  readonly number: number;
  readonly last: number;
  readonly at: number;
  readonly hash: string;
  readonly mac: string;
}

export type Saved = 'saved' | 'stale' | 'loginTaken';

/** What the store keeps of people and their acts. */
export interface People {
  accounts(): Promise<readonly Account[]>;
  account(id: AccountId): Promise<Account | undefined>;
  accountByLogin(login: string): Promise<Account | undefined>;
  /** A new one has version 0. All its sessions end where it is disabled or has another password. */
  saveAccount(account: Account): Promise<Saved>;
  /** True once for each step, and never for one before: a code that was seen works no second time. */
  stepTotp(id: AccountId, step: number): Promise<boolean>;
  /** Counts an attempt; 0 failures after one that succeeded. */
  noteSignIn(id: AccountId, failures: number, lockedUntil: number): Promise<void>;

  /** Takes the place of an older invitation of this account. */
  addInvite(hash: string, account: AccountId, expiresAt: number): Promise<void>;
  invited(hash: string, now: number): Promise<AccountId | undefined>;
  /** Uses up the invitation and saves its account, both or neither. */
  redeem(hash: string, now: number, account: Account): Promise<Saved | 'gone'>;

  addSession(session: DeskSession): Promise<void>;
  session(hash: string): Promise<DeskSession | undefined>;
  touchSession(hash: string, seenAt: number): Promise<void>;
  endSession(hash: string): Promise<void>;
  /** Sessions begun before `created` or not seen since `seen`, and invitations expired before `now`. */
  pruneSessions(created: number, seen: number, now: number): Promise<void>;

  addActs(acts: readonly Act[]): Promise<void>;
  /** Newest first. */
  acts(filter: {
    readonly subject?: string;
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly Act[]>;
  /** Numbers what is not numbered yet, oldest first, and writes the seal that `make` makes of it. Undefined where nothing was left. */
  sealActs(limit: number, make: (head: Seal | undefined, acts: readonly Act[]) => Seal): Promise<Seal | undefined>;
  sealedActs(afterNumber: number, limit: number): Promise<readonly (Act & { readonly number: number })[]>;
  seals(afterNumber: number, limit: number): Promise<readonly Seal[]>;
}
