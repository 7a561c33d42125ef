/** The way in for every channel: a durable accept, an echo to whoever watches, then a turn. */
import type {
  Accepted,
  Arrival,
  Conversation,
  ConversationId,
  JsonObject,
  PendingArrival,
  Store,
  Wake,
} from '../store/ports.ts';
import type { Runner } from './runner.ts';
import { newState, writeState } from './state.ts';

export interface Opening {
  readonly id: ConversationId;
  readonly channel: string;
  readonly user: string;
  readonly locale?: string;
  readonly at: number;
  readonly address?: JsonObject;
  readonly silent?: boolean;
}

/** As its turn would read it back; files are looked up. */
function asPending({ payload, files = [] }: Arrival, accepted: Accepted): PendingArrival | undefined {
  if (accepted.status !== 'accepted' || files.length > 0) return undefined;
  const { number, activityId, at } = accepted;
  return { number, activityId, at, payload, files: [] };
}

export class Inbox {
  readonly #store: Store;
  readonly #runner: Pick<Runner, 'nudge'>;
  readonly #wake: Wake;

  constructor(store: Store, runner: Pick<Runner, 'nudge'>, wake: Wake) {
    this.#store = store;
    this.#runner = runner;
    this.#wake = wake;
  }

  /** Durable when it returns; the turn follows by itself. */
  async accept(arrival: Arrival): Promise<Accepted> {
    const accepted = await this.#store.accept(arrival);
    // A duplicate may be the retry of an accept that was durable but never heard of: its turn may still be owed.
    if (accepted.status === 'accepted' || accepted.status === 'duplicate') {
      if (arrival.shown) this.#wake.wake(arrival.conversation);
      this.#runner.nudge(arrival.conversation, asPending(arrival, accepted));
    }
    return accepted;
  }

  /** Opens a conversation for a new person and lets the bot greet. Harmless when called again: the greeting has a key. */
  async open({ id, channel, user, at, locale, address, silent }: Opening): Promise<Conversation> {
    const lang = locale?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
    const conversation = await this.#store.openConversation({
      id,
      channel,
      person: 'new',
      at,
      state: writeState(address ? { ...newState(lang), address } : newState(lang)),
    });
    if (silent) return conversation;
    const payload: JsonObject = {
      type: 'conversationUpdate',
      membersAdded: [{ id: user }, { id: 'lipei' }],
      ...(locale ? { locale } : {}),
    };
    await this.accept({ channel, conversation: id, key: 'conversationUpdate', at, payload, shown: false });
    return conversation;
  }
}
