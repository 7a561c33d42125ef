import type { Connector } from '../../config-connector.ts';
import type { Lang } from '../../locales/render.ts';
import type { Files, Store, Wake } from '../../store/ports.ts';
import type { Inbox } from '../contract.ts';
import type { OnError } from '../web/errors.ts';
import type { Hosts } from '../web/hosts.ts';
import type { Limits } from '../web/limits.ts';
import type { Cloud } from './clouds.ts';

/** The channel's name in `Arrival.channel` and `Conversation.channel`, whichever service stands behind the connector. */
export const CHANNEL = 'botframework';

/** The bearer token for a connector, anew if it must not come from memory; nothing where nobody is asked who they are. */
export type TokenSource = (anew: boolean) => Promise<string | undefined>;

export interface ConnectorDeps {
  readonly inbox: Inbox;
  readonly store: Pick<Store, 'conversation' | 'activities' | 'accepted' | 'addFile' | 'fileUse' | 'dropFile'>;
  readonly files: Files;
  readonly wake: Wake;
  readonly config: Connector;
  /** A lasting name for a foreign id; see store. */
  pseudonym(text: string): string;
  sentence(lang: Lang, key: string, values?: Readonly<Record<string, unknown>>): string;
  /** Where people reach our own pages: `https://claims.example.com`. */
  origin(): string;
  now(): number;
  readonly onError: OnError;
  /** For tests: a cloud of their own, and tokens without one. */
  readonly cloud?: Cloud;
  readonly token?: TokenSource;
  /** For tests: milliseconds that a call to another server, and one that waits for an answer, may take. */
  readonly patience?: Patience;
}

export interface Patience {
  readonly send: number;
  readonly fetch: number;
  readonly answer: number;
}

/** What the parts of the mounted channel share. */
export interface Context extends Omit<ConnectorDeps, 'cloud' | 'token' | 'patience'> {
  readonly limits: Limits;
  readonly services: Hosts;
  readonly fileHosts: Hosts;
  readonly token: TokenSource;
  readonly patience: Patience;
}
