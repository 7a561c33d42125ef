/** Which conversations somebody at the desk may see. */
import { notFound } from '../channels/web/errors.ts';
import type { Account, ClaimContact, Conversation, ConversationId, Handoff } from '../store/ports.ts';
import { seesBranch } from './people/rights.ts';
import type { Colleague, Desk } from './web/visit.ts';

export interface Seen {
  readonly conversation: Conversation;
  readonly handoff: Handoff | undefined;
}

/**
 * A conversation is seen by those whom it concerns: it was handed to the desk, a ticket of it is open, or its report is
 * nobody's yet – and it is of their branch. Whoever talks in it, or whose report it is, sees it wherever it belongs. An auditor
 * and whoever leads sees every conversation of hers. For others it does not exist, and the attempt is noted.
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
): Promise<boolean> {
  if (handoff?.state === 'active' && handoff.adjuster === me.id) return true;
  const contacts = await store.contactsOf(id);
  if (contacts.some(({ assignee }) => assignee === me.id)) return true;
  const branch = handoff?.branch ?? contacts[0]?.branch;
  if (!seesBranch(me, branch)) return false;
  // Of no branch that is known: then its open tickets may tell.
  const tickets = handoff ? [] : await store.openTicketsOf(id);
  if (!branch && tickets.length > 0) return tickets.some((one) => seesBranch(me, one.branch));
  return handoff !== undefined || me.role !== 'adjuster' || tickets.length > 0 || contacts.some(isNobodys);
}

const isNobodys = ({ assignee, contactedAt }: ClaimContact): boolean => assignee === null && contactedAt === null;
