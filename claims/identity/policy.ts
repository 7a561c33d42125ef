/** When a code may be asked for, and how long what it opened stays open. Pure; instants in milliseconds. */
import type { CodePolicy, Grant, Identity, Most } from './types.ts';

export const NOBODY: Identity = { open: null, asked: [], lockedUntil: 0, grants: [] };

export type NotYet =
  | { readonly kind: 'tooSoon'; readonly resendAt: number }
  | { readonly kind: 'tooMany'; readonly until: number }
  | { readonly kind: 'locked'; readonly until: number };

/** Why no code may be asked for in this conversation now. Looks at nothing but the conversation. */
export function notYet({ asked, lockedUntil }: Identity, at: number, policy: CodePolicy): NotYet | undefined {
  if (lockedUntil > at) return { kind: 'locked', until: lockedUntil };
  const recent = lately(asked, at, policy.perConversation);
  const until = fullUntil(recent, policy.perConversation);
  if (until !== undefined) return { kind: 'tooMany', until };
  const resendAt = (recent.at(-1) ?? -policy.resendAfter) + policy.resendAfter;
  return resendAt > at && recent.length > 0 ? { kind: 'tooSoon', resendAt } : undefined;
}

/** Those within the time. A clock that went back has not yet reached some: they count. */
export const lately = (asked: readonly number[], at: number, { within }: Most): readonly number[] =>
  asked.filter((one) => one > at - within);

/** When there is room again; undefined: there is. */
export function fullUntil(recent: readonly number[], { most, within }: Most): number | undefined {
  const oldest = recent.at(-most);
  return oldest === undefined ? undefined : oldest + within;
}

/** Whether a code that was asked for then still counts. */
export const isOpen = (askedAt: number, at: number, { validFor }: CodePolicy): boolean => at < askedAt + validFor;

export const isFresh = ({ lastSeenAt }: Grant, at: number, { freshFor }: CodePolicy): boolean =>
  at - lastSeenAt < freshFor;

/** The person has spoken. A grant that was left alone too long is not woken by that: it needs a code. */
export const keptAlive = (grants: readonly Grant[], at: number, policy: CodePolicy): readonly Grant[] =>
  grants.map((grant) => (isFresh(grant, at, policy) && at > grant.lastSeenAt ? { ...grant, lastSeenAt: at } : grant));

/** Of one claim and conversation the last one counts. */
export const withGrants = (before: readonly Grant[], more: readonly Grant[]): readonly Grant[] => [
  ...before.filter(({ claim }) => !more.some((one) => one.claim === claim)),
  ...more,
];

/** Those that were not left alone too long. Whoever gave the phone back gave back all that it opened. */
export const standing = (
  { grants }: Identity,
  at: number,
  revokedAt: number | null,
  { standsFor }: CodePolicy,
): readonly Grant[] =>
  grants.filter(({ verifiedAt, lastSeenAt }) => at - lastSeenAt < standsFor && verifiedAt > (revokedAt ?? 0));
