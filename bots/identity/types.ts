/** What the service of identity takes and gives. Instants are milliseconds since 1970 (UTC). */
import type { CodePolicy, Grant, Admission as Recorded } from '../../claims/identity/types.ts';
import type { ClaimId, CodePort } from '../../store/ports.ts';

/** What was typed to find a claim and a phone on it, in normal form. Proves nothing. */
export interface Named {
  /** Of the claim, ours or the insurer's. */
  readonly number?: string;
  readonly plate?: string;
  /** As it stands on the claim; the code goes there and nowhere else. */
  readonly phone?: string;
  /** The last four signs of a phone or ID number: says which person of the claim, and finds nothing by itself. */
  readonly ending?: string;
}

export interface Located {
  readonly named: Named;
  /** What to ask for before a code can be sent: a number or plate; or a phone, or the last four signs. */
  readonly lacks: 'claim' | 'phone' | undefined;
  /** Whether this message named anything. */
  readonly heard: boolean;
}

/** The same whether or not such a claim or phone exists. */
export type Asked =
  | { readonly kind: 'asked'; readonly validUntil: number; readonly resendAt: number }
  /** The last code may still come: no new one before `resendAt`. */
  | { readonly kind: 'tooSoon'; readonly resendAt: number }
  /** Too many codes in this conversation, or by these words: none before `until`. A colleague can help. */
  | { readonly kind: 'tooMany'; readonly until: number }
  /** Too many wrong guesses. */
  | { readonly kind: 'locked'; readonly until: number }
  /** Nothing sends codes here: a colleague must help. */
  | { readonly kind: 'unavailable' };

export type Checked =
  | { readonly kind: 'right'; readonly grants: readonly Grant[] }
  /** So many tries are left, at least one. */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked'; readonly until: number }
  /** Too old, used, or none was asked for: ask for a new one. */
  | { readonly kind: 'expired' };

/** A colleague's grant, for a party that the insurer has named. */
export type Admission = Recorded & { readonly claim: ClaimId };

export type NotAdmitted = 'noSuchClaim' | 'noSuchParty' | 'noProof' | 'noAuthorisation';

/** Part of `TurnDeps`; absent: nothing sends codes here. */
export interface IdentityDeps {
  readonly store: Pick<CodePort, 'codeUse' | 'codesFrom' | 'guessCode'>;
  readonly policy: CodePolicy;
  /** Under it codes, phones and what was typed are hashed. */
  readonly key: Buffer;
}
