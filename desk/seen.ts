/** Which conversations somebody at the desk may see. */
import { notFound } from '../channels/web/errors.ts';
import type { Account, Conversation, ConversationId, Handoff, Ticket } from '../store/ports.ts';
import { seesBranch } from './people/rights.ts';
import type { Colleague, Desk } from './web/visit.ts';

export interface Seen {
  readonly conversation: Conversation;
  readonly handoff: Handoff | undefined;
}

/** Tickets looked through at most. */
export const MOST_TICKETS = 500;

/**
 * A conversation is seen by those whom it concerns: it was handed to the desk, or a ticket of it is open, and it is of their
 * branch. An auditor and whoever leads sees every conversation of hers. For others it does not exist, and the attempt is noted.
 */
export async function seen(desk: Desk, { me, params }: Colleague): Promise<Seen> {
  const id = (params.id ?? '') as ConversationId;
  const [conversation, handoff] = await Promise.all([desk.store.conversation(id), desk.store.handoffOf(id)]);
  if (conversation && (await concerns(desk, me.account, id, handoff))) return { conversation, handoff };
  if (conversation) await desk.trail.note(me.account.id, 'refused', id);
  throw notFound('Conversation');
}

/** Whether this one may open it. */
export async function concerns(
  { store }: Pick<Desk, 'store'>,
  me: Account,
  id: ConversationId,
  handoff: Handoff | undefined,
) {
  if (!seesBranch(me, handoff?.branch)) return false;
  if (handoff || me.role !== 'adjuster') return true;
  return (await store.openTickets(MOST_TICKETS)).some((ticket: Ticket) => ticket.conversation === id);
}
