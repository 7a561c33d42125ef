import { isDeepStrictEqual } from 'node:util';
import { addressOf } from '../../bots/state.ts';
import type { Conversation, JsonObject } from '../../store/ports.ts';
import type { Incoming } from './shape.ts';

/** How a conversation is reached from now on: kept, encrypted, with its state. */
export interface Address {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: JsonObject & { readonly id: string };
  readonly bot: JsonObject & { readonly id: string };
  readonly user: { readonly id: string };
}

/** Who it is that talks to us: the sender, or whoever joined and is not the bot. */
export function userOf({ from, recipient, membersAdded, conversation }: Incoming): string {
  const joined = membersAdded?.find(({ id }) => id !== recipient.id);
  return joined?.id ?? (from && from.id !== recipient.id ? from.id : conversation.id);
}

export function addressIn(activity: Incoming): Address {
  const { channelId, serviceUrl, conversation, recipient } = activity;
  const { id, conversationType, tenantId } = conversation;
  return {
    ...{ channelId, serviceUrl },
    conversation: { id, ...(conversationType ? { conversationType } : {}), ...(tenantId ? { tenantId } : {}) },
    bot: { ...recipient },
    user: { id: userOf(activity) },
  };
}

export const addressKept = (conversation: Conversation): Address | undefined =>
  addressOf(conversation) as Address | undefined;

/** What goes along with a message where the person is reached elsewhere than before. */
export function moved(conversation: Conversation, activity: Incoming): JsonObject {
  const address = addressIn(activity);
  return isDeepStrictEqual(addressOf(conversation), address) ? {} : { address: { ...address } };
}
