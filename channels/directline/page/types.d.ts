/** Shapes the page shares; names as in docs/protocol.md. Types only: the browser never loads this file. */

export interface CardAction {
  type: string;
  title?: string;
  value?: unknown;
}

/** Which answer a tapped “change” stands beside. */
export interface About {
  flow: string;
  change: string;
}

export interface Attachment {
  contentType: string;
  contentUrl?: string;
  name?: string;
}

export interface Place {
  type: string;
  latitude?: number;
  longitude?: number;
}

export interface SummaryLine {
  flow?: string;
  question: string;
  label: string;
  value: string;
  change?: string;
}

export interface ChannelData {
  key?: string;
  flow?: string;
  question?: string;
  stage?: string;
  input?: string;
  change?: string;
  speaker?: string;
  summary?: SummaryLine[];
  card?: string;
  url?: string;
  clientActivityID?: string;
}

export interface Activity {
  id?: string;
  type: string;
  timestamp?: string;
  from?: { id?: string; name?: string; role?: string };
  text?: string;
  locale?: string;
  name?: string;
  value?: unknown;
  suggestedActions?: { actions?: CardAction[] };
  attachments?: Attachment[];
  entities?: Place[];
  channelData?: ChannelData;
}

export interface ActivitySet {
  activities?: Activity[];
  watermark?: string;
}

export interface Token {
  token: string;
  conversationId: string;
  userId: string;
  /** Seconds. */
  expires_in: number;
  resumed: boolean;
}

/** What a person does that must reach the server, kept until it has. */
export type Draft =
  | { kind: 'message'; text: string; about?: About; entities?: Place[] }
  | { kind: 'event'; name: string; value: string }
  | { kind: 'file'; name: string; type: string; bytes: ArrayBuffer };

export type SendState = 'sending' | 'waiting' | 'delivered' | 'failed';

export interface Item {
  /** The clientActivityID of every try. */
  id: string;
  /** Position among the things sent from this device. */
  order: number;
  /** Id of the activity that was the last one when this was written. */
  anchor: string;
  /** Milliseconds since 1970. */
  at: number;
  draft: Draft;
  state: SendState;
  /** Part of the file that has left, 0 to 1. */
  progress?: number;
  /** The server's name for why it was refused. */
  refused?: string;
}

export interface Store {
  all(): Promise<Item[]>;
  put(item: Item): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** One line of the chat: an activity of the server, a thing sent from here, or both once they have met. */
export interface Entry {
  key: string;
  anchor: string;
  order: number;
  activity?: Activity;
  item?: Item;
}

/** An entry as it is drawn. */
export interface Line {
  key: string;
  speaker: 'me' | 'bot' | 'person' | 'system';
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  lang: string;
  text: string;
  place?: Place;
  attachments: Attachment[];
  summary: SummaryLine[];
  card: string;
  url: string;
  item?: Item;
  /** The server has it. */
  arrived: boolean;
  /** Text to send to change this answer. */
  change: string;
  about?: About;
  /** A day begins with this line. */
  newDay: boolean;
}

/** What the last message of the bot asks for. */
export interface Offer {
  key: string;
  input: string;
  /** Its choices may also be named by their numbers. */
  numbered: boolean;
  actions: CardAction[];
}

export interface Scene {
  lines: Line[];
  offer: Offer | null;
  stage: string;
}

export interface SceneCard {
  title: string;
  steps: string[];
  photos: string[];
  distances: { road: string; text: string }[];
  dont: string[];
  note: string;
}

export interface DemoClaim {
  number: string;
  about: string;
  phone: string;
}

export interface PageConfig {
  demo?: readonly DemoClaim[];
  insurerName: string;
  insurerHotline: string;
  languages: string[];
}

/** The part of ServiceWorkerGlobalScope that sw.js needs (TypeScript cannot load lib.webworker beside lib.dom). */
export interface WorkerScope {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
export interface WaitEvent {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends WaitEvent {
  request: Request;
  respondWith(answer: Response | Promise<Response>): void;
}
