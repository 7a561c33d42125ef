/**
 * A desk outside this program, at a port: Bot Framework's `handoff.initiate` goes to it, its `handoff.status` and its words come
 * back and are acts like those of any colleague. None of this is ever said to a channel.
 */
import { type Activity, EventFactory, HandoffEventNames, TurnContext } from 'botbuilder';
import type { Conversation, ConversationId, Handoff, JsonObject, Store, StoredActivity } from '../store/ports.ts';
import type { Adjuster, DeskResult } from './acts.ts';
import { CollectingAdapter } from './adapter.ts';
import type { Desk } from './desk.ts';
import { redacted } from './redacted.ts';

/** What an outside desk must offer. Throws where it did not take the event; then it is asked again. */
export interface Hub {
  initiate(event: Partial<Activity>): Promise<void>;
}

export type HandoffStatus = {
  readonly conversation: ConversationId;
  readonly state: 'accepted' | 'failed' | 'completed';
  readonly message: string;
};

const STATES: readonly unknown[] = ['accepted', 'failed', 'completed'];
/** So many lines of a transcript go along. */
const LINES = 200;

export interface BridgeDeps {
  readonly store: Pick<Store, 'conversation' | 'handoffs' | 'handoffOf' | 'transcript'>;
  readonly desk: Pick<Desk, 'accept' | 'say' | 'handBack' | 'giveUp'>;
  readonly hub: Hub;
  /** As whom the outside desk speaks where it names nobody. */
  readonly speaker: Adjuster;
  readonly onError: (error: unknown) => void;
}

/** So many that were not taken, and the rest is not tried now either. */
const MOST_REFUSED = 3;

export class HubBridge {
  readonly #deps: BridgeDeps;
  /** Who waits and was told of; the hub may hear of one twice after a restart, with the same id. */
  readonly #told = new Set<string>();

  constructor(deps: BridgeDeps) {
    this.#deps = deps;
  }

  /** Tells of everybody who waits and of whom it was not told; to be called when the queue changes. False: again later. */
  async look(): Promise<boolean> {
    const waiting = await this.#waiting();
    if (!waiting) return false;
    const ids = new Set(waiting.map(({ id }) => id));
    // Who was accepted and comes back into the queue is told of again.
    for (const id of this.#told) if (!ids.has(id)) this.#told.delete(id);
    let refused = 0;
    for (const handoff of waiting) {
      if (refused >= MOST_REFUSED) break;
      if (!this.#told.has(handoff.id) && !(await this.#tell(handoff))) refused += 1;
    }
    return refused === 0;
  }

  async #waiting(): Promise<readonly Handoff[] | undefined> {
    const { store, onError } = this.#deps;
    return store.handoffs({ state: 'waiting', limit: LINES }).catch((error: unknown) => void onError(error));
  }

  async #tell(handoff: Handoff): Promise<boolean> {
    const { store, hub, onError } = this.#deps;
    try {
      const conversation = await store.conversation(handoff.conversation);
      if (conversation) {
        const lines = await store.transcript(conversation.id, Math.max(0, conversation.lastSeq - LINES), LINES);
        await hub.initiate(initiation(conversation, handoff, lines));
      }
      this.#told.add(handoff.id);
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  }

  /** What the outside desk says of a conversation, as it came; `key` is its own id for it. */
  async status(event: unknown, who: Adjuster = this.#deps.speaker, key?: string): Promise<DeskResult> {
    const { desk } = this.#deps;
    const status = statusOf(event);
    if (typeof status === 'string') return { status: 'invalid', what: status };
    const { conversation, state, message } = status;
    if (state === 'accepted') return desk.accept(conversation, who, key);
    if (state === 'completed') return desk.handBack(conversation, who, { agreed: message }, key);
    return desk.giveUp(conversation, who, key);
  }

  /** Words of the outside desk; `key` is its own id for them. */
  say(conversation: ConversationId, text: string, key: string, who = this.#deps.speaker): Promise<DeskResult> {
    return this.#deps.desk.say(conversation, who, { text }, key);
  }

  /** What was said after that line, where the outside desk was told of it and nobody else has it; else undefined. */
  async lines(conversation: ConversationId, after: number): Promise<JsonObject | undefined> {
    const { store, speaker } = this.#deps;
    const handoff = await store.handoffOf(conversation);
    const theirs = handoff?.state === 'waiting' || (handoff?.state === 'active' && handoff.adjuster === speaker.id);
    if (!theirs) return undefined;
    const lines = await store.transcript(conversation, after, LINES);
    return { activities: shown(lines), watermark: String(lines.at(-1)?.seq ?? after) };
  }
}

/** `handoff.initiate`, with the transcript as an attachment: without notes and files, and redacted. */
export function initiation(
  conversation: Conversation,
  handoff: Handoff,
  lines: readonly StoredActivity[],
): Partial<Activity> {
  const { id, channel, person } = conversation;
  const about = { id, name: '', isGroup: false, conversationType: 'personal' };
  const activity = { type: 'message', channelId: channel, conversation: about, from: { id: person, name: '' } };
  const context = new TurnContext(new CollectingAdapter(), activity);
  const { reason, severity, lang, branch } = handoff;
  const value = { id: handoff.id, reason, severity, lang, branch, askedAt: new Date(handoff.askedAt).toISOString() };
  return EventFactory.createHandoffInitiation(context, value, { activities: shown(lines) } as never);
}

const shown = (lines: readonly StoredActivity[]): JsonObject[] =>
  lines.filter(({ direction }) => direction !== 'note').map(lineOf);

const ROLES = { user: 'user', bot: 'bot', person: 'bot', note: 'bot' } as const;

const lineOf = ({ id, at, direction, payload }: StoredActivity): JsonObject => ({
  ...{ type: 'message', id, timestamp: new Date(at).toISOString(), from: { id: direction, role: ROLES[direction] } },
  text: redacted(String(payload.text ?? '')),
});

/** A sentence where it is none: the library takes any word for a state. */
export function statusOf(event: unknown): HandoffStatus | string {
  const { type, name, conversation, value } = (event ?? {}) as Partial<Activity>;
  const { state, message = '' } = (value ?? {}) as { readonly state?: unknown; readonly message?: unknown };
  if (type !== 'event' || name !== HandoffEventNames.HandoffStatus) return 'this is no handoff.status event';
  if (typeof conversation?.id !== 'string' || conversation.id === '') return 'it names no conversation';
  if (!STATES.includes(state)) return 'its state is none of accepted, failed and completed';
  if (typeof message !== 'string') return 'its message is no text';
  return {
    ...{ conversation: conversation.id as ConversationId, message },
    state: state as HandoffStatus['state'],
  };
}
