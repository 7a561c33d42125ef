/** Accounts come to be by a link that works once: the administrator gives it, its holder chooses password and second factor. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Account, AccountId, Store } from '../../store/ports.ts';
import { hashOf, isSecret, newSecret } from './cookie.ts';
import { hashPassword, isFit } from './password.ts';
import { normalLogin } from './signIn.ts';
import { newTotp, stepOf } from './totp.ts';
import type { Trail } from './trail.ts';

const hour = 3_600_000;
export const INVITE_LIFE = 72 * hour;

export interface InviteDeps {
  readonly store: Pick<Store, 'accounts' | 'account' | 'saveAccount' | 'addInvite' | 'invited' | 'redeem' | 'stepTotp'>;
  readonly trail: Trail;
  readonly key: Buffer;
  readonly now: () => number;
}

export const newAccount = (at: number, over: Partial<Account>): Account => ({
  ...{ id: randomUUID() as AccountId, login: '', role: 'adjuster', branch: null, name: '', reach: '' },
  ...{ languages: ['zh-CN'], password: null, totp: null, disabledAt: null, createdAt: at, version: 0 },
  ...{ failures: 0, lockedUntil: 0, ...over },
});

/** The path of the link. An older one of this account works no more. */
export async function invite({ store, now }: InviteDeps, account: AccountId): Promise<string> {
  const secret = newSecret();
  await store.addInvite(hashOf(secret), account, now() + INVITE_LIFE);
  return `/workbench/setup/${secret}`;
}

/** As long as nobody has ever set a password: the way in for the first administrator. */
export async function firstInvite(deps: InviteDeps): Promise<string | undefined> {
  const { store, now } = deps;
  const all = await store.accounts();
  if (all.some(({ password }) => password !== null)) return undefined;
  const first = all.find(({ role }) => role === 'administrator');
  if (first) return invite(deps, first.id);
  const account = newAccount(now(), { login: 'admin', role: 'administrator' });
  const saved = await store.saveAccount(account);
  // Another process has made one in between: its link is as good.
  return saved === 'saved' ? invite(deps, account.id) : firstInvite(deps);
}

export async function invited({ store, now }: InviteDeps, secret: string): Promise<Account | undefined> {
  const id = isSecret(secret) ? await store.invited(hashOf(secret), now()) : undefined;
  return id && store.account(id);
}

/** The same for each showing of one link, and known to nobody without our key. */
export const totpOf = ({ key }: Pick<InviteDeps, 'key'>, secret: string): string =>
  newTotp(createHmac('sha1', key).update(`desk totp ${secret}`).digest());

export interface SetUp {
  readonly login: string;
  readonly name: string;
  readonly reach: string;
  readonly password: string;
  readonly again: string;
  readonly code: string;
}
export type Problem = 'gone' | 'login' | 'loginTaken' | 'name' | 'password' | 'again' | 'code';
export type SetUpResult =
  | { readonly status: 'done'; readonly account: Account }
  | { readonly status: 'problem'; readonly problem: Problem };

const LOGIN = /^[\p{L}\p{N}._-]{2,40}$/u;

export async function setUp(deps: InviteDeps, secret: string, given: SetUp): Promise<SetUpResult> {
  const account = await invited(deps, secret);
  const problem = (what: Problem): SetUpResult => ({ status: 'problem', problem: what });
  if (!account) return problem('gone');
  const named = withNames(account, given);
  const totp = totpOf(deps, secret);
  const wrong = wrongIn(named, given) ?? (stepOf(totp, given.code, deps.now()) === undefined ? 'code' : undefined);
  if (wrong) return problem(wrong);
  const ready = { ...named, totp, password: await hashPassword(given.password) };
  const saved = await deps.store.redeem(hashOf(secret), deps.now(), ready);
  if (saved !== 'saved') return problem(saved === 'loginTaken' ? 'loginTaken' : 'gone');
  await deps.store.stepTotp(ready.id, stepOf(totp, given.code, deps.now()) ?? 0);
  await deps.trail.note(ready.id, 'account.setUp', ready.id);
  return { status: 'done', account: ready };
}

/** The first administrator says who she is; whoever was invited has been named. */
const withNames = (account: Account, { login, name, reach }: SetUp): Account =>
  account.name === '' ? { ...account, login: normalLogin(login), name: name.trim(), reach: reach.trim() } : account;

function wrongIn({ login, name }: Account, { password, again }: SetUp): Problem | undefined {
  if (!LOGIN.test(login)) return 'login';
  if (name === '' || name.length > 40) return 'name';
  if (!isFit(password, login)) return 'password';
  return password === again ? undefined : 'again';
}
