/** Accounts, their sessions and invitations, as every database keeps them. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { Account, AccountId, AccountRole, DeskSession } from '../people.ts';
import type { JsonObject } from '../records.ts';

export interface AccountRow {
  readonly id: AccountId;
  readonly login: string;
  readonly role: AccountRole;
  readonly branch: string | null;
  readonly disabled_at: number | null;
  readonly created_at: number;
  readonly version: number;
  readonly failures: number;
  readonly locked_until: number;
  readonly sealed: Uint8Array;
}
export interface SessionRow {
  readonly hash: string;
  readonly account: AccountId;
  readonly created_at: number;
  readonly seen_at: number;
}

const COLUMNS = 'id, login, role, branch, disabled_at, created_at, version, failures, locked_until, sealed';

export const SQL = {
  all: `SELECT ${COLUMNS} FROM accounts ORDER BY login`,
  byId: `SELECT ${COLUMNS} FROM accounts WHERE id = ?`,
  byLogin: `SELECT ${COLUMNS} FROM accounts WHERE login = ?`,
  insert: `INSERT INTO accounts (id, login, role, branch, disabled_at, created_at, version, totp_step, failures, locked_until, sealed)
     VALUES (?, ?, ?, ?, ?, ?, 1, 0, 0, 0, ?) ON CONFLICT DO NOTHING`,
  update: `UPDATE accounts SET login = ?, role = ?, branch = ?, disabled_at = ?, version = version + 1, sealed = ?
     WHERE id = ? AND version = ?`,
  step: 'UPDATE accounts SET totp_step = ? WHERE id = ? AND totp_step < ?',
  note: 'UPDATE accounts SET failures = ?, locked_until = ? WHERE id = ?',
  invite: `INSERT INTO invites (hash, account, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at`,
  invited: 'SELECT account FROM invites WHERE hash = ? AND expires_at > ?',
  useInvite: 'DELETE FROM invites WHERE hash = ? AND expires_at > ? AND account = ?',
  begin: 'INSERT INTO sessions (hash, account, created_at, seen_at) VALUES (?, ?, ?, ?)',
  session: 'SELECT hash, account, created_at, seen_at FROM sessions WHERE hash = ?',
  touch: 'UPDATE sessions SET seen_at = ? WHERE hash = ? AND seen_at < ?',
  end: 'DELETE FROM sessions WHERE hash = ?',
  endAll: 'DELETE FROM sessions WHERE account = ?',
  pruneSessions: 'DELETE FROM sessions WHERE created_at < ? OR seen_at < ?',
  pruneInvites: 'DELETE FROM invites WHERE expires_at < ?',
};

/** What is told of rights is part of the place: a role or a branch cannot be changed behind the program's back. */
const placeOf = (account: Pick<Account, 'id' | 'login' | 'role' | 'branch' | 'disabledAt'>): Place => ({
  table: 'accounts',
  column: 'sealed',
  row: [account.id, account.login, account.role, account.branch ?? '', account.disabledAt ?? ''].join('|'),
});

type Secret = Pick<Account, 'name' | 'reach' | 'languages' | 'password' | 'totp'>;

export function sealAccount(key: KeyObject, account: Account): Buffer {
  const { name, reach, languages, password, totp } = account;
  return sealJson(key, placeOf(account), { name, reach, languages, password, totp });
}

export function openAccount(key: KeyObject, row: AccountRow): Account {
  const { id, login, role, branch, version, failures } = row;
  const open = { id, login, role, branch, disabledAt: row.disabled_at, createdAt: row.created_at };
  const secret = unsealJson(key, placeOf(open), row.sealed) as JsonObject & Secret;
  return { ...open, ...secret, version, failures, lockedUntil: row.locked_until };
}

/** Whoever has these sessions may go on: the same password, and not disabled. */
export const mayGoOn = (before: Account, after: Account): boolean =>
  after.disabledAt === null && before.password === after.password && before.totp === after.totp;

export const openSession = (row: SessionRow | undefined): DeskSession | undefined =>
  row && { hash: row.hash, account: row.account, createdAt: row.created_at, seenAt: row.seen_at };
