/** Names and limits that every implementation of the store shares. */
import type { ConversationId } from './ports.ts';

/** So many unanswered arrivals may wait in one conversation. */
export const MOST_WAITING = 50;
/** The last line a conversation can hold: ids have seven digits so that their order as text is their order in time. */
export const LAST_SEQ = 9_999_999;

const digits = (n: number) => String(n).padStart(7, '0');

/** Id of a line of the transcript; for push channels also the stable key of its delivery. */
export const activityId = (conversation: ConversationId, seq: number): string => `${conversation}|${digits(seq)}`;

/** Id of an arrival that is not shown: it has no line, but its sender still wants an id. */
export const eventId = (conversation: ConversationId, number: number): string => `${conversation}|e${digits(number)}`;
