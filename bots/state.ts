/** A conversation's state as the bot sees it. What is stored may come from an older version: read leniently, write exactly. */
import type { Side } from '../claims/documents/asking.ts';
import type { Identity } from '../claims/identity/types.ts';
import type { Flow, Frame } from '../dialogs/flow.ts';
import { renamed } from '../dialogs/frame.ts';
import { emptyTalk, type Talk } from '../dialogs/runtime.ts';
import type { Lang } from '../locales/render.ts';
import type { ClaimId, Handoff, JsonObject } from '../store/ports.ts';
import type { MoneyPart } from './advance/rest.ts';
import type { RouteTold } from './advance/routes.ts';
import type { Topic } from './deductions/topic.ts';
import type { Pressed } from './standing/press.ts';
import type { News } from './telling/news.ts';

/** An asking for a person; whose it is, the conversation knows. */
export type Asking = Omit<Handoff, 'conversation'>;

export interface State {
  readonly lang: Lang;
  /** Chosen by the person; otherwise the first English message decides. */
  readonly langChosen: boolean;
  readonly greeted: boolean;
  readonly talk: Talk;
  readonly phone: string | null;
  /** A call that was promised, until a person has the floor. */
  readonly callBack: { readonly number: string; readonly phone: string; readonly by: string } | null;
  readonly claim: { readonly id: ClaimId; readonly number: string } | null;
  /** The claim whose person has heard from a colleague: there is nothing more to note of it. */
  readonly contacted?: ClaimId;
  /** Files that came before there was a claim. */
  readonly files: readonly string[];
  /** The question that was open when files came last, if nothing else has come since. */
  readonly filesDuring: string;
  /** The last asking for a person, as it stands; its row is what queues are read from. */
  readonly handoff: Asking | null;
  /** Acts of the desk that were done, by their keys, the newest last: a repeated one is not done again. */
  readonly acts: readonly string[];
  /** When a person was offered for a reason last. */
  readonly offered: Readonly<Record<string, number>>;
  /** When staff heard of a reason last. */
  readonly raised: Readonly<Record<string, number>>;
  /** The draft, as answered, that became a call-back; a new one only when more was answered. */
  readonly brokenOff: string;
  /** The timer that waits for silence: when the person was heard last, and when it looks. */
  readonly watch: { readonly heard: number; readonly looksAt: number } | null;
  /** By which phone somebody proved last who she is; proves nothing any more. */
  readonly verified?: { readonly phone: string; readonly as: string; readonly at: number };
  /** The claim that was told of last. */
  readonly looksAt?: ClaimId;
  readonly pressed?: Pressed;
  /** When the person was told last that too many messages wait. */
  readonly crowdedAt?: number;
  /** Told while nothing was open, or to a colleague; a report that begins soon after knows it. */
  readonly told?: readonly { readonly text: string; readonly at: number; readonly toPeople?: true }[];
  /** So many messages are still heard as the end of a talk with a colleague. */
  readonly settling?: number;
  /** The list of papers that was told here: to which side; and pages that came since and are no paper yet. */
  readonly papers?: { readonly side: Side; readonly at: number };
  readonly pages?: readonly string[];
  /** What holds of this reason for everybody was told, before anything was known of her. */
  readonly toldOf?: string;
  /** The settlement that was explained last. */
  readonly cuts?: Topic;
  /** The way to money for treatment that was told last. */
  readonly advance?: RouteTold;
  /** What somebody who pays for the other side has heard of it. */
  readonly moneyTold?: readonly MoneyPart[];
  /** When money for treatment was spoken of last. */
  readonly moneyAt?: number;
  /** A payment that was told before there was a claim. */
  readonly paidWords?: readonly string[];
  /** Of those that stand in the claim, in the words in which they were told here. */
  readonly paidNoted?: readonly string[];
  /** When a payment that somebody told of was noted last. */
  readonly paidAt?: number;
  /** By which message. */
  readonly paidIn?: number;
  /** Who has proved to be whom. */
  readonly identity?: Identity;
  /** What it was told without having asked, and how much of that it wants. */
  readonly news?: News;
  /** The key of what was said last. */
  readonly lastSaid: string;
  /** Was reported, in his words: a story begins no other report. */
  readonly reportedSaid?: boolean;
  /** Somebody of theirs was hurt, in their words: nobody speaks to them as to whoever drove. */
  readonly hurtSide?: boolean;
  /** Whoever was hurt is out of hospital, in his words. */
  readonly careOver?: boolean;
  /** In which words somebody named a phone, or said who she is, before it was asked. */
  readonly introduced?: { readonly text: string; readonly at: number };
  /** Nothing was reported, in his words: a phone looks for no claim. */
  readonly unreported?: boolean;
  /** The last general answer about money for treatment; empty: it was not told word for word again. */
  readonly lastAside?: string;
  /** Where a push channel reaches the person, in that channel's own terms. */
  readonly address?: JsonObject;
}

export const newState = (lang: Lang): State => ({
  lang,
  langChosen: false,
  greeted: false,
  talk: emptyTalk,
  phone: null,
  callBack: null,
  claim: null,
  files: [],
  filesDuring: '',
  handoff: null,
  acts: [],
  offered: {},
  raised: {},
  brokenOff: '',
  watch: null,
  lastSaid: '',
});

/** Running flows that no longer exist are left out; renamed questions keep their answers. */
export function readState(stored: JsonObject, flows: Readonly<Record<string, Flow>>): State {
  const state = { ...newState('zh-CN'), ...(stored as unknown as Partial<State>) };
  const talk = { ...emptyTalk, ...state.talk };
  const present = (frame: Frame): Frame[] => {
    const flow = flows[frame.flow];
    return flow ? [renamed(flow, frame)] : [];
  };
  const shelf = Object.entries(talk.shelf).flatMap(([name, frame]) =>
    present(frame).map((kept) => [name, kept] as const),
  );
  return { ...state, talk: { ...talk, stack: talk.stack.flatMap(present), shelf: Object.fromEntries(shelf) } };
}

/** What a channel said last about where the person is reached. */
export const addressOf = ({ state }: { readonly state: JsonObject }): JsonObject | undefined =>
  (state as Partial<State>).address;

/** The store writes JSON: what is undefined is not written. */
export const writeState = (state: State): JsonObject => state as unknown as JsonObject;
