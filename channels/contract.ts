import type { Accepted, Arrival, Conversation, ConversationId, JsonObject } from '../store/ports.ts';

export { fileIdOf, fileUrl } from '../bots/fileUrl.ts';

/** A conversation that begins. */
export interface Opening {
  /** Chosen by the channel: random, 128 bits. */
  readonly id: ConversationId;
  readonly channel: string;
  /** The person's id as the channel knows it (`from.id` of everything that person sends). */
  readonly user: string;
  /** BCP 47, what the client asked for. */
  readonly locale?: string;
  readonly at: number;
  /** Where a push channel reaches the person; kept with the conversation's state. */
  readonly address?: JsonObject;
  /** Whether nobody is greeted, because the person has spoken first. */
  readonly silent?: boolean;
}

/** Where every channel hands over what came in. Implemented above `bots/`; a channel never runs a turn itself. */
export interface Inbox {
  /** Commit 1: durable once resolved. Wakes whoever shows this conversation, then schedules the turn; never waits for it. */
  accept(arrival: Arrival): Promise<Accepted>;
  /**
   * Opens a conversation for a new person and, unless it is silent, accepts its first arrival, a `conversationUpdate` that
   * is not shown.
   */
  open(opening: Opening): Promise<Conversation>;
}

/**
 * What stands for a message that its platform gave no id, such as WeChat's events (FromUserName, CreateTime, Event, EventKey):
 * all that tells two of them apart. Parts cannot run into each other, and no message's own id looks like this.
 */
export const keyOfEvent = (...parts: readonly string[]): string => `e:${JSON.stringify(parts)}`;
