/** Asking for a code: everything that the person is told follows from her own conversation and from what she typed. */
import { fullUntil, lately, notYet } from '../../claims/identity/policy.ts';
import type { As } from '../../claims/identity/types.ts';
import type { ConversationId, JsonObject } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';
import { plainNumber } from './find.ts';
import { identityOf } from './grants.ts';
import { printOf } from './secrets.ts';
import type { Asked, IdentityDeps, Named } from './types.ts';

export const CODE_JOB = 'code';

/** No claim is looked at: a job of this turn's commit does that, and sends. */
export async function requestCode(scope: Scope, named: Named, as: As): Promise<Asked> {
  const { draft, deps } = scope;
  if (!deps.identity) return { kind: 'unavailable' };
  const { policy, key } = deps.identity;
  const { at } = draft;
  const identity = identityOf(draft);
  const { id: conversation } = draft.conversation;
  const refused =
    notYet(identity, at, policy) ??
    (await askedTooOften(deps.identity, askedOf(key, named), at)) ??
    (await askedNearby(deps.identity, conversation, at));
  if (refused) return refused;
  const code = scope.newId();
  const payload = { code, named: { ...named }, lang: draft.state.lang, at } satisfies JsonObject;
  draft.jobs.push({ key: `${CODE_JOB}:${code}`, kind: CODE_JOB, dueAt: at, conversation, payload });
  const asked = [...lately(identity.asked, at, policy.perConversation), at];
  draft.set({ identity: { ...identity, open: { code, as, at }, asked } });
  draft.audit.push({ what: 'identity', data: { asked: code } });
  return { kind: 'asked', validUntil: at + policy.validFor, resendAt: at + policy.resendAfter };
}

/** By these words, in whatever conversation; of what exists nothing is counted here. */
async function askedTooOften({ store, policy }: IdentityDeps, words: string, at: number): Promise<Asked | undefined> {
  const { perPhone, resendAfter } = policy;
  const { asked, lockedUntil } = await store.codeUse(words, at - perPhone.within);
  if (lockedUntil > at) return { kind: 'locked', until: lockedUntil };
  const until = fullUntil(asked, perPhone);
  if (until !== undefined) return { kind: 'tooMany', until };
  const resendAt = (asked.at(-1) ?? Number.NEGATIVE_INFINITY) + resendAfter;
  return resendAt > at ? { kind: 'tooSoon', resendAt } : undefined;
}

/** From where this conversation was opened, in all that were opened there. */
async function askedNearby({ store, policy }: IdentityDeps, here: ConversationId, at: number) {
  const { perAddress } = policy;
  const until = fullUntil(await store.codesFrom(here, at - perAddress.within), perAddress);
  return until === undefined ? undefined : ({ kind: 'tooMany', until } as const);
}

/** Stands for what was typed: the phone, or whose of which claim. */
export const askedOf = (key: Buffer, { number, plate, phone, ending }: Named): string =>
  phone === undefined
    ? printOf(key, 'ending', number === undefined ? (plate ?? '') : plainNumber(number), ending ?? '')
    : printOf(key, 'phone', phone);
