/** What the claim system of the insurer asks of a database: its keys, what it records of a claim, and what is new. */
import type { ClaimEvent, ClaimId, ClaimRow, ClaimWrite, JsonObject, Ticket } from './records.ts';

export type ApiScope = 'read' | 'write';

/** A bearer key: the key itself is shown once and never kept. */
export interface ApiKey {
  readonly id: string;
  /** Unique, also among those that were revoked: the trail names it. */
  readonly name: string;
  readonly hash: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
  /** The day (in China) on which it was used last. */
  readonly usedOn: string | null;
}

/** What was answered under an Idempotency-Key. No personal data. */
export interface ApiAnswer {
  readonly key: string;
  readonly id: string;
  /** Stands for what was asked; the same for the same request. */
  readonly print: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

/** All of it or nothing. */
export interface ClaimRecord {
  readonly claim: ClaimId;
  readonly expectedVersion: number;
  readonly events: readonly ClaimEvent[];
  readonly at: number;
  /** Folded from all events. */
  readonly facts: JsonObject;
  /** What it is found by from now on. */
  readonly lookups?: Pick<ClaimWrite, 'plates' | 'phones'>;
  /** The insurer's number, where it takes up the claim by this. */
  readonly number?: string;
  /** When a person first spoke with whoever reported it, where that is known: what was kept before stays. */
  readonly contactedAt?: number;
  /** Since when something waits for a second colleague; null: nothing does any more. Absent: as it was. */
  readonly proposedAt?: number | null;
  /** The whole projection, where it is the insurer's alone: of a claim that nobody reported here. */
  readonly whole?: ClaimWrite;
  readonly answer?: ApiAnswer;
  /** What colleagues have to do from now on, and what they are through with. */
  readonly tickets?: readonly Ticket[];
  readonly ticketsDone?: readonly { readonly id: string; readonly by: string }[];
}

/** One event of any claim. */
export interface Change {
  /** 1, 2, 3 … over all claims, in an order that never changes once it was told. */
  readonly number: number;
  readonly claim: ClaimId;
  /** The number of the report (or of the claim, where nobody reported it here). */
  readonly report: string;
  readonly insurerNumber: string | null;
  /** Undefined: it can no longer be read, since whoever said it was erased. */
  readonly event: ClaimEvent | undefined;
}

export interface InsurerPort {
  addApiKey(key: ApiKey): Promise<'added' | 'nameTaken'>;
  apiKeys(): Promise<readonly ApiKey[]>;
  apiKey(id: string): Promise<ApiKey | undefined>;
  /** False where there is none of this name that still works. */
  revokeApiKey(name: string, at: number): Promise<boolean>;
  noteApiUse(id: string, day: string): Promise<void>;
  apiAnswer(key: string, id: string): Promise<ApiAnswer | undefined>;

  claimOfInsurer(number: string): Promise<ClaimRow | undefined>;
  /** Claims in which something waits for a second colleague, the longest waiting first. */
  proposed(limit: number): Promise<readonly ClaimId[]>;
  /** Stale: the claim has other events by now, or a number belongs to another claim. */
  recordClaim(record: ClaimRecord): Promise<'recorded' | 'stale'>;
  /** After `after`, in order; of all types or only new reports. */
  changes(wish: {
    readonly after: number;
    readonly limit: number;
    readonly only?: 'reported';
  }): Promise<readonly Change[]>;
}
