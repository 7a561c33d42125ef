/** What stood in the desk's list for something that is done now: in the commit of the act that did it, so that nothing comes between. */
import type { Ticket } from '../store/ports.ts';
import type { Adjuster } from './acts.ts';
import type { Scope } from './scope.ts';

export async function settleTickets(
  { draft, deps }: Scope,
  { id: by }: Adjuster,
  which: (ticket: Ticket) => boolean,
): Promise<readonly Ticket[]> {
  const done = (await deps.store.openTicketsOf(draft.conversation.id)).filter(which);
  draft.ticketsDone.push(...done.map(({ id }) => ({ id, by })));
  return done;
}

/** Somebody is here: the call that was owed is not needed any more, whoever meant to make it. */
export const isCall = ({ kind }: Ticket): boolean => kind === 'callBack';

/** What is seen to by talking; a wish to withdraw or an overdue call asks for more, and despair stays until somebody says that they are looked after. */
const TALKED_OF: ReadonlySet<string> = new Set([
  'death',
  'critical',
  'danger',
  'minor',
  'sensitive',
  'threat',
  'complaint',
  'amount',
]);
export const isTalkedOf = ({ kind, data }: Ticket): boolean => kind === 'serious' && TALKED_OF.has(String(data.reason));
