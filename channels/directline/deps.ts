import type { ConversationId, Files, JsonObject, Store, Wake } from '../../store/ports.ts';
import type { Inbox } from '../contract.ts';
import type { Limits } from '../web/limits.ts';
import type { Streams } from './stream.ts';
import type { Signer } from './tokens.ts';

/** The channel's name in `Arrival.channel` and `Conversation.channel`. */
export const CHANNEL = 'directline';

export interface DirectLineConfig {
  /** DIRECTLINE_SECRET; without it nobody can generate tokens, only the page's own route gives them. */
  readonly secret?: string | undefined;
  /** 32 random bytes that survive a restart; tokens, stream tickets and file links are signed with keys made from it. */
  readonly signingKey: Buffer;
  /** Under it addresses are hashed before they are noted, for a while. */
  readonly originKey: Buffer;
  /** `https://chat.example.com`, where the host a client sees cannot be read from its request. */
  readonly publicUrl?: string | undefined;
  /** Whether exactly one proxy of ours stands in front and sets `X-Forwarded-*`. */
  readonly trustProxy: boolean;
  now(): number;
  /** True where the page is served over HTTPS. */
  readonly cookieSecure: boolean;
}

export interface DirectLineDeps {
  readonly inbox: Inbox;
  readonly store: Pick<
    Store,
    | 'conversation'
    | 'activities'
    | 'accepted'
    | 'addFile'
    | 'file'
    | 'fileUse'
    | 'dropFile'
    | 'addDevice'
    | 'device'
    | 'revokeDevices'
    | 'noteOrigin'
  >;
  readonly files: Files;
  readonly wake: Wake;
  readonly config: DirectLineConfig;
  readonly words: {
    page(lang: string): JsonObject | undefined;
    card(lang: string): JsonObject | undefined;
    config(): JsonObject;
  };
  onError(err: unknown, incidentId: string): void;
  readonly pageDir: string;
  /** A client has read up to here. */
  readonly onSeen?: (conversation: ConversationId, seq: number) => void;
  /** Hears that a colleague is writing, until what it gives is called. */
  readonly onTyping?: (hear: (conversation: ConversationId, name: string) => void) => () => void;
  /** Runs `run` after `ms` milliseconds; a test's own clock. */
  readonly later?: (ms: number, run: () => void) => void;
}

/** What the routes of one mounted server share. */
export interface Context extends DirectLineDeps {
  readonly signer: Signer;
  readonly limits: Limits;
  readonly streams: Streams;
}
