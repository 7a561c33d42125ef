/** Where the insurer's claim system wants to be called when something is new, and the calls that are still to be made. */
import type { ClaimId } from './records.ts';

export interface Webhook {
  readonly id: string;
  /** The API key that registered it; where that one is revoked, nobody is called any more. */
  readonly key: string;
  readonly url: string;
  /** Types of events; empty: all of them. */
  readonly types: readonly string[];
  /** Signs the calls. Kept encrypted. */
  readonly secret: string;
  readonly createdAt: number;
  /** Up to which number of the feed calls are planned. */
  readonly cursor: number;
}

/** What waits for a receiver, and what was given up. */
export interface Backlog {
  readonly waiting: number;
  readonly dead: number;
}

/** One event of the feed that is to be told to one receiver. Nothing in it is personal data. */
export interface WebhookCall {
  readonly webhook: string;
  /** Its number in the feed. */
  readonly feed: number;
  readonly claim: ClaimId;
  /** The event: its id is the same however often it is told. */
  readonly event: { readonly id: string; readonly type: string; readonly by: string; readonly at: number };
  readonly report: string;
  readonly insurerNumber: string | null;
  readonly attempts: number;
  readonly createdAt: number;
  /** When it was given up, and why. */
  readonly deadAt: number | null;
  readonly reason: string | null;
}
export type CallId = Pick<WebhookCall, 'webhook' | 'feed'>;

export interface WebhookPort {
  /** Told of what is new from now on. `known`: this key has one at this address; `full`: it has `most` of them. */
  addWebhook(hook: Omit<Webhook, 'cursor'>, most: number): Promise<'added' | 'known' | 'full'>;
  /** Of this key, or of all keys that work. One that cannot be read is left out. */
  webhooks(key?: string): Promise<readonly Webhook[]>;
  backlog(webhook: string): Promise<Backlog>;
  /** With all its calls. */
  removeWebhook(key: string, id: string): Promise<boolean>;

  /** Plans calls for these numbers of the feed and moves the cursor on, unless somebody else has done so meanwhile. */
  planCalls(plan: {
    readonly webhook: string;
    readonly from: number;
    readonly to: number;
    readonly events: readonly { readonly feed: number; readonly claim: ClaimId }[];
    readonly at: number;
  }): Promise<'planned' | 'stale'>;
  /** Due calls, claimed: of each claim only the oldest, so that its events arrive in their order. */
  dueCalls(webhook: string, now: number, limit: number): Promise<readonly WebhookCall[]>;
  callDone(call: CallId): Promise<void>;
  retryCall(call: CallId, dueAt: number): Promise<void>;
  buryCall(call: CallId, reason: string, at: number): Promise<void>;
  /** In the order of the feed. */
  deadCalls(webhook: string, after: number, limit: number): Promise<readonly WebhookCall[]>;
  /** Tried anew for as long as all others: these numbers, or all. Returns how many. */
  replayCalls(webhook: string, feeds: readonly number[] | 'all', at: number): Promise<number>;
}
