import type { Conversation, ConversationId } from '../../store/ports.ts';
import { busy } from '../web/errors.ts';
import { asLocale } from '../web/text.ts';
import { addressIn, userOf } from './address.ts';
import { CHANNEL, type Context } from './deps.ts';
import type { Incoming } from './shape.ts';

/** So often a person may have everything erased and come back in the same conversation of her channel. */
const MOST_RETURNS = 20;

/**
 * Our name for a channel's conversation: always the same, and nothing of the channel's own id, which may be a telephone
 * number, can be read from it.
 */
const nameOf = ({ pseudonym }: Context, { channelId, conversation }: Incoming, returns: number): ConversationId =>
  pseudonym(JSON.stringify([channelId, conversation.id, returns])).slice(0, 32) as ConversationId;

const isErased = (error: unknown): boolean => error instanceof Error && error.name === 'UnknownPerson';

/** The conversation that an activity belongs to, opened where it is new; after an erasure it begins anew. */
export async function conversationOf(context: Context, activity: Incoming, silent: boolean): Promise<Conversation> {
  for (let returns = 0; returns < MOST_RETURNS; returns += 1) {
    const id = nameOf(context, activity, returns);
    const known = silent ? await context.store.conversation(id) : undefined;
    if (known) return known;
    try {
      return await open(context, activity, id, silent);
    } catch (error) {
      if (!isErased(error)) throw error;
    }
  }
  throw busy(60);
}

/** Harmless where it is open already: nobody is greeted twice. */
function open(context: Context, activity: Incoming, id: ConversationId, silent: boolean): Promise<Conversation> {
  const locale = asLocale(activity.locale);
  return context.inbox.open({
    ...{ id, channel: CHANNEL, user: userOf(activity), at: context.now(), silent },
    address: { ...addressIn(activity) },
    ...(locale === undefined ? {} : { locale }),
  });
}
