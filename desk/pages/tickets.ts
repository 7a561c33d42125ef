/** Calls and other things to be done: whoever takes one first has it. */
import { notFound } from '../../channels/web/errors.ts';
import { type Answer, type Colleague, type Desk, go } from '../web/visit.ts';

/** Looked through for one. */
const MOST = 500;

/** One that is done, or of another branch, does not exist. */
async function openTicket({ store, trail }: Desk, { me, params }: Colleague): Promise<string> {
  const id = params.ticket ?? '';
  const { branch } = me.account;
  if (branch === null || (await store.openTickets(MOST, branch)).some((one) => one.id === id)) return id;
  await trail.note(me.account.id, 'refused', id.slice(0, 100));
  throw notFound('Ticket');
}

export async function takeTicket(desk: Desk, visit: Colleague): Promise<Answer> {
  const { store, trail, board } = desk;
  const { me } = visit;
  const id = await openTicket(desk, visit);
  await trail.note(me.account.id, 'ticket.take', id);
  await store.takeTicket(id, me.account.id);
  board.drop();
  return go('/workbench/queue#calls');
}

export async function finishTicket(desk: Desk, visit: Colleague): Promise<Answer> {
  const { store, trail, now, board } = desk;
  const { me } = visit;
  const id = await openTicket(desk, visit);
  await trail.note(me.account.id, 'ticket.done', id);
  await store.finishTicket(id, me.account.id, now());
  board.drop();
  return go('/workbench/queue#calls');
}
