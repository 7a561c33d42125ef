import type { OnError } from '../channels/web/errors.ts';
import type { Limits } from '../channels/web/limits.ts';
import type { Where } from '../channels/web/origin.ts';
import type { Branch } from '../claims/branches.ts';
import type { Law } from '../law/types.ts';
import type { ApiKey, InsurerPort, JsonObject, Store, WebhookPort } from '../store/ports.ts';
import type { Receiver } from './webhooks/address.ts';

/** The way to receivers of webhooks. */
export interface Calling {
  readonly receiver: (address: string) => Receiver | undefined;
  /** Something may be new for them. */
  readonly nudge: () => void;
}

export interface ApiDeps {
  readonly store: InsurerPort &
    WebhookPort &
    Pick<Store, 'claim' | 'claimByNumber' | 'conversationsBy' | 'conversation' | 'bindings' | 'events' | 'addActs'>;
  readonly law: Law;
  readonly branches: readonly Branch[];
  readonly now: () => number;
  /** Signs nothing: what was asked under an Idempotency-Key is remembered by an HMAC with it. */
  readonly key: Buffer;
  readonly config: Where;
  readonly webhooks: Calling;
  readonly onError: OnError;
}

export type Mounted = ApiDeps & { readonly limits: Limits };

/** One call of one key. */
export interface Call {
  readonly store: ApiDeps['store'];
  readonly law: Law;
  readonly branches: readonly Branch[];
  readonly webhooks: Calling;
  readonly key: ApiKey;
  readonly at: number;
  /** Of the path and the query. */
  readonly number: string;
  readonly webhook: string;
  /** As whom the claim is looked at. */
  readonly as: string | undefined;
  readonly cursor: number;
  readonly limit: number;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Of a call that brings a body. */
  readonly body: JsonObject;
  readonly idempotency: { readonly id: string; readonly print: string } | undefined;
}

export interface Answer {
  readonly status: number;
  /** Undefined: no body (304). */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The claim it is about, for the trail; absent: nothing was shown or changed. */
  readonly subject?: string;
}
