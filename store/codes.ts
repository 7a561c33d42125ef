/**
 * One-time codes. A store never sees a code, a phone or what was typed: all of these come as HMACs under a key that it does not
 * have. A code that was asked for in vain (nobody has that claim, or too many were sent) is a row like any other, of which no
 * guess is right: the work and the answers are the same.
 */
import type { ClaimId, ConversationId } from './records.ts';

export interface NewCode {
  readonly id: string;
  readonly conversation: ConversationId;
  /** Stands for what was typed. */
  readonly asked: string;
  /** Stands for the phone that it goes to. */
  readonly phone: string;
  /** What it opens. */
  readonly claims: readonly string[];
  readonly hash: string;
  /** Stands in for `hash` where the code must not be sent: equal to no guess. */
  readonly blank: string;
  readonly at: number;
  readonly expiresAt: number;
}

/** How many were sent since an instant. */
export interface CodeLimit {
  readonly most: number;
  readonly since: number;
}

export interface CodeLimits {
  readonly phone: CodeLimit;
  readonly claim: CodeLimit;
  /** Of all conversations that were opened from where this one was. */
  readonly address?: CodeLimit;
}

export interface CodeUse {
  /** When codes were asked for by the same words, oldest first. */
  readonly asked: readonly number[];
  /** Until when nobody may ask by these words; 0: never locked. */
  readonly lockedUntil: number;
}

export interface Guess {
  readonly code: string;
  readonly conversation: ConversationId;
  /** The same guess of the same turn counts once, however often the turn runs. Letters, digits and `-`. */
  readonly key: string;
  readonly hash: string;
  readonly at: number;
  readonly tries: number;
  readonly lockUntil: number;
}

export type Guessed =
  | { readonly kind: 'right'; readonly phone: string; readonly claims: readonly ClaimId[] }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked'; readonly until: number }
  /** Too old, or used. */
  | { readonly kind: 'over' }
  /** Not sent yet, or swept, or of another conversation. */
  | { readonly kind: 'none' };

/** What is kept of codes; part of `Store`. */
export interface CodePort {
  /**
   * All in one: counted across processes. `send`: it is to be sent now; `sent`: it was, before; `blank`: no guess of it will be
   * right. Whoever issues the same id again hears the same.
   */
  issueCode(code: NewCode, limits: CodeLimits): Promise<'send' | 'sent' | 'blank'>;
  codeSent(id: string, at: number): Promise<void>;
  codeUse(asked: string, since: number): Promise<CodeUse>;
  /** One conditional update: of many guesses at once, in many processes, no more than `tries` are looked at. */
  guessCode(guess: Guess): Promise<Guessed>;
  /** Where a conversation is opened from, as an HMAC; the last one counts. */
  noteOrigin(conversation: ConversationId, origin: string, at: number): Promise<void>;
  /** When codes were asked for since then in any conversation that was opened from where this one was, oldest first. */
  codesFrom(conversation: ConversationId, since: number): Promise<readonly number[]>;
  /** Forgets what is older. */
  sweepCodes(before: number): Promise<void>;
  sweepOrigins(before: number): Promise<void>;
  /** With this plate or phone, changed last first. */
  claimsBy(by: 'plate' | 'phone', value: string, limit: number): Promise<readonly ClaimId[]>;
}
