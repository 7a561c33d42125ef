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
  readonly store: Pick<Store, 'conversation' | 'handoffs' | 'transcript'>;
  readonly desk: Pick<Desk, 'accept' | 'say' | 'handBack' | 'giveUp'>;
  readonly hub: Hub;
  /** As whom the outside desk speaks where it names nobody. */
  readonly speaker: Adjuster;
  readonly onError: (error: unknown) => void;
}

export class HubBridge {
  readonly #deps: BridgeDeps;
  /** Askings that were told; the hub may hear of one twice after a restart, with the same id. */
  readonly #told = new Set<string>();

  constructor(deps: BridgeDeps) {
    this.#deps = deps;
  }

  /** Tells of everybody who waits and of whom it was not told; to be called when the queue changes. */
  async look(): Promise<void> {
    const { store, hub, onError } = this.#deps;
    for (const handoff of await store.handoffs({ state: 'waiting', limit: LINES })) {
      if (this.#told.has(handoff.id)) continue;
      try {
        const conversation = await store.conversation(handoff.conversation);
        const lines = await store.transcript(handoff.conversation, 0, LINES);
        if (conversation) await hub.initiate(initiation(conversation, handoff, lines));
        this.#told.add(handoff.id);
      } catch (error) {
        onError(error);
      }
    }
  }

  /** What the outside desk says of a conversation, as it came. */
  async status(event: unknown, who: Adjuster = this.#deps.speaker): Promise<DeskResult> {
    const { desk } = this.#deps;
    const status = statusOf(event);
    if (typeof status === 'string') return { status: 'invalid', what: status };
    const { conversation, state, message } = status;
    if (state === 'accepted') return desk.accept(conversation, who);
    if (state === 'completed') return desk.handBack(conversation, who, { agreed: message });
    return desk.giveUp(conversation, who);
  }

  /** Words of the outside desk; `key` is its own id for them. */
  say(conversation: ConversationId, text: string, key: string, who = this.#deps.speaker): Promise<DeskResult> {
    return this.#deps.desk.say(conversation, who, { text }, key);
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
  const activities = lines.filter(({ direction }) => direction !== 'note').map(lineOf);
  return EventFactory.createHandoffInitiation(context, value, { activities } as never);
}

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
