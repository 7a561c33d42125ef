/** Who is asking, and what that person may do. Pure vocabulary; rules in `policy.ts`, people in `parties.ts`. Durations in milliseconds. */
import type { ClaimId } from '../../store/ports.ts';
import type { PartyRole } from '../recording/types.ts';
import type { Authorisation } from '../visible.ts';

/** So many within a time. */
export interface Most {
  readonly most: number;
  readonly within: number;
}

/** The figures of one-time codes, from the composition root. */
export interface CodePolicy {
  readonly digits: number;
  readonly validFor: number;
  /** Guesses of one code; after the last wrong one nobody guesses or asks for a code for `lockFor`. */
  readonly tries: number;
  readonly lockFor: number;
  readonly resendAfter: number;
  readonly perPhone: Most;
  readonly perClaim: Most;
  readonly perConversation: Most;
  /** Of all conversations that were opened from one address, where the channel knows it. */
  readonly perAddress: Most;
  /** Money and medical data need a code, or activity in the verified conversation, within this time. */
  readonly freshFor: number;
  /** After so long without a word nothing at all is shown without a new code. */
  readonly standsFor: number;
}

/** `reporter`: whoever reported it here and is no party of the insurer's with that phone. */
export type GrantRole = PartyRole | 'reporter';

export const RELATIONS = [
  ...(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'guardian', 'other'] as const),
] as const;
export type Relation = (typeof RELATIONS)[number];

/** As whom somebody asks; nothing of it is proof. */
export type As = { readonly self: true } | { readonly relation: Relation };

/** Somebody of a claim to whom a code can be sent. */
export interface Reachable {
  /** Of `Registration.parties`, or `REPORTER`. */
  readonly party: string;
  readonly role: GrantRole;
  /** In its one normal form. */
  readonly phone: string;
  /** The last signs of the ID number, where the insurer tells them. */
  readonly idEnding?: string;
}

/**
 * What somebody in a verified conversation may see. Kept in the conversation's state; what it opens is decided anew each time
 * from the claim as it is now (`viewerOf`), so a phone or party that was changed or taken away opens nothing.
 */
export interface Grant {
  readonly claim: ClaimId;
  readonly party: string;
  readonly role: GrantRole;
  /** To the party, where a relative reads for her; stated, or recorded by a colleague. */
  readonly relation?: Relation;
  /** The phone that the code went to; absent in a colleague's grant. */
  readonly phone?: string;
  readonly verifiedAt: number;
  readonly lastSeenAt: number;
  readonly by: 'code' | 'colleague';
  /** Of a colleague's grant: it opens nothing once that is taken back. */
  readonly admission?: string;
}

/** A colleague has seen the proof, such as a paper, and lets somebody in. */
export interface Admission {
  /** Of the event that records it. */
  readonly id?: string;
  readonly party: string;
  readonly role: PartyRole;
  readonly relation?: Relation;
  /** Of an agent: without it nothing is shown. */
  readonly authorisation?: Authorisation;
  /** What proves it, in words or as the number of a paper. */
  readonly proof: string;
  /** The account of the colleague. */
  readonly who: string;
}

/** What the conversation's state keeps of all this. */
export interface Identity {
  /** The code that was asked for last and still counts. */
  readonly open: { readonly code: string; readonly as: As; readonly at: number } | null;
  /** When codes were asked for in this conversation lately. */
  readonly asked: readonly number[];
  readonly lockedUntil: number;
  readonly grants: readonly Grant[];
}
