/** What a turn needs, handed over once by the composition root. */
import type { Branch } from '../claims/branches.ts';
import type { Side } from '../claims/documents/asking.ts';
import type { OfficeHours } from '../claims/hours.ts';
import type { ProgressLaw } from '../claims/progress/progress.ts';
import type { QuietHours } from '../claims/telling/quiet.ts';
import type { Flow } from '../dialogs/flow.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import type { ClaimId, ConversationId, DeskPort, JsonObject, Store } from '../store/ports.ts';
import type { Understood } from '../understanding/understand.ts';
import type { IdentityDeps } from './identity/types.ts';

export interface TurnDeps {
  readonly flows: Readonly<Record<string, Flow>>;
  readonly renderer: Renderer;
  readonly store: Pick<
    Store,
    | 'claim'
    | 'claimsByPlate'
    | 'conversationsBy'
    | 'conversation'
    | 'bindings'
    | 'events'
    | 'tellings'
    | 'numberedEvents'
    | 'file'
    | 'accounts'
    | 'workloads'
    | 'contactsOf'
  > &
    Pick<DeskPort, 'presence' | 'handoffs' | 'waitingBefore' | 'openTicketsOf' | 'recentWaits'>;
  /** A legal figure in force today: `{value, unit, source, mark}`, or `{status: 'missing', parameter, date}`. */
  readonly law: (id: string, at: number) => JsonObject;
  /** The whole law and the calendars, for clocks and for what rests on more than one figure. */
  readonly clocks: ProgressLaw;
  readonly service: Service;
  /** One-time codes; undefined: nothing sends them here. */
  readonly identity?: IdentityDeps | undefined;
  readonly receiptUrl: (claim: ClaimId, conversation: ConversationId) => string;
  /** The page of a list of papers as it was told. */
  readonly papersUrl: (claim: ClaimId, conversation: ConversationId, list: ListNamed) => string;
  /** The draft of a letter in which somebody objects. */
  readonly objectionUrl: (claim: ClaimId, conversation: ConversationId, objection: ObjectionNamed) => string;
  readonly newClaimNumber: (at: number) => string;
  /** Keeps some sentences, masked, with what they were taken for; undefined unless the insurer has asked for that. */
  readonly sample?: ((text: string, taken: Pick<Understood, 'intent' | 'confidence'>, at: number) => void) | undefined;
}

/** Which list of a claim, and which version of it. */
export interface ListNamed {
  readonly side: Side;
  readonly party?: string;
  readonly version: number;
  readonly lang: Lang;
}

/** Which objection of a claim. */
export interface ObjectionNamed {
  /** Of its event. */
  readonly id: string;
  readonly lang: Lang;
}

/** How the insurer works, from configuration. */
export interface Service {
  readonly hours: OfficeHours;
  /** A first call is promised within this time (milliseconds) while the office is open; else after the next opening. */
  readonly firstContact: number;
  /** Who will call, as the person reads it. */
  readonly caller: string;
  readonly desk: DeskRules;
  readonly telling: TellingRules;
  /** None: all see everything. */
  readonly branches: readonly Branch[];
}

/** How people are told what happens to their claims. */
export interface TellingRules {
  /** Something is told at least so often, in milliseconds. */
  readonly every: number;
  /** Not twice within this time: what happens meanwhile is one message. */
  readonly gap: number;
  readonly quiet: QuietHours;
  /** What no client has read after this time is told by a text message; undefined: nothing sends them. */
  readonly textAfter: number | undefined;
}

/** How long people are kept waiting, in milliseconds. */
export interface DeskRules {
  /** In the queue; then a call is arranged. */
  readonly longestWait: number;
  /** For the next word of a colleague; then she is reminded, and after as long again somebody else is asked. */
  readonly silence: number;
  /** Whoever was not seen for so long is not there. */
  readonly away: number;
  /** In fen: from here on a person is offered. */
  readonly largeAmount: number;
  /** There is a desk outside, which says itself where nobody there can come. */
  readonly outside?: boolean;
}
