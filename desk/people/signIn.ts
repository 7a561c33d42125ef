/** Signing in: name, password and code together, and one answer for whatever is wrong. */
import type { Account, Store } from '../../store/ports.ts';
import { isPassword } from './password.ts';
import { stepOf } from './totp.ts';
import type { Trail } from './trail.ts';

export interface SignInDeps {
  readonly store: Pick<Store, 'accountByLogin' | 'stepTotp' | 'noteSignIn'>;
  readonly trail: Trail;
  readonly now: () => number;
}

export interface Attempt {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

/** Failures in a row before one has to wait, the first wait, and the longest. */
const FREE = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

export const normalLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The account, or undefined: what was wrong is told to nobody. */
export async function signIn(deps: SignInDeps, attempt: Attempt): Promise<Account | undefined> {
  const { store, trail, now } = deps;
  const account = await store.accountByLogin(normalLogin(attempt.login));
  const locked = account !== undefined && account.lockedUntil > now();
  const fits = await isPassword(attempt.password, locked ? null : account?.password);
  if (!account || locked || account.disabledAt !== null) {
    await trail.note('system', 'signIn.refused', account?.id ?? 'unknown');
    return undefined;
  }
  if (!fits || !(await takesCode(deps, account, attempt.code))) {
    await fail(deps, account);
    return undefined;
  }
  await store.noteSignIn(account.id, 0, 0);
  await trail.note(account.id, 'signIn', account.id);
  return account;
}

/** A code is worth something once: who has seen it typed cannot use it. */
export async function takesCode(
  { store, now }: Pick<SignInDeps, 'now'> & { readonly store: Pick<Store, 'stepTotp'> },
  account: Account,
  code: string,
): Promise<boolean> {
  const step = account.totp === null ? undefined : stepOf(account.totp, code, now());
  return step !== undefined && (await store.stepTotp(account.id, step));
}

async function fail({ store, trail, now }: SignInDeps, account: Account): Promise<void> {
  const failures = account.failures + 1;
  const over = failures - FREE;
  const wait = over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(over, 10));
  await store.noteSignIn(account.id, failures, wait === 0 ? 0 : now() + wait);
  await trail.note('system', 'signIn.failed', account.id, { failures });
}
