/** Who is signed in. */
import type { Account, Store } from '../../store/ports.ts';
import { csrfOf, hashOf, newSecret } from './cookie.ts';

const minute = 60_000;
/** Without a click, and altogether. What a screen fetches by itself does not count. */
export const IDLE = 15 * minute;
export const LONGEST = 12 * 60 * minute;
/** A click is noted at most so often. */
const NOTED = minute / 2;

export interface SessionDeps {
  readonly store: Pick<Store, 'account' | 'addSession' | 'session' | 'touchSession' | 'endSession' | 'pruneSessions'>;
  readonly key: Buffer;
  readonly now: () => number;
}

export interface SignedIn {
  readonly account: Account;
  readonly hash: string;
  readonly csrf: string;
}

/** A new session, always under a new secret: one that somebody else knows is worth nothing after a sign-in. */
export async function begin({ store, now }: SessionDeps, account: Account): Promise<string> {
  const secret = newSecret();
  const at = now();
  await store.addSession({ hash: hashOf(secret), account: account.id, createdAt: at, seenAt: at });
  return secret;
}

/** `passive`: what a page asks for by itself keeps nobody signed in. */
export async function signedIn(deps: SessionDeps, secret: string, passive: boolean): Promise<SignedIn | undefined> {
  const { store, key, now } = deps;
  const hash = hashOf(secret);
  const session = await store.session(hash);
  const at = now();
  if (!session || at - session.seenAt >= IDLE || at - session.createdAt >= LONGEST) return undefined;
  const account = await store.account(session.account);
  if (!account || account.disabledAt !== null) return undefined;
  if (!passive && at - session.seenAt >= NOTED) await store.touchSession(hash, at);
  return { account, hash, csrf: csrfOf(key, hash) };
}

export const end = ({ store }: SessionDeps, secret: string): Promise<void> => store.endSession(hashOf(secret));

export const prune = ({ store, now }: SessionDeps): Promise<void> =>
  store.pruneSessions(now() - LONGEST, now() - IDLE, now());
