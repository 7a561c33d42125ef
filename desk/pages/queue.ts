/** Who waits, which calls are owed, which drafts broke off, and what is mine. */
import type { Handoff, Ticket } from '../../store/ports.ts';
import { seesBranch } from '../people/rights.ts';
import { wait, when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';

/** Rows of one list: who is done with the first sees the next, and drawing many would hold up others. */
const MOST = 50;
/** Takes at most so many conversations at once. */
export const MAX_OPEN = 5;

async function rows(desk: Desk, { me, lang }: Colleague) {
  const { store, now, renderer } = desk;
  const ours = ({ branch }: Handoff): boolean => seesBranch(me.account, branch);
  const [waiting, active, mine, tickets, present, waits] = await Promise.all([
    store.handoffs({ state: 'waiting', limit: MOST }),
    store.handoffs({ state: 'active', limit: MOST }),
    store.handoffs({ state: 'active', adjuster: me.account.id, limit: MOST }),
    store.openTickets(2 * MOST),
    store.presence(now() - 2 * 60_000),
    store.recentWaits(20),
  ]);
  const names = new Map((await store.accounts()).map(({ id, name }) => [id as string, name]));
  const row = (one: Handoff) => ({
    ...{ id: one.conversation, reason: one.reason, severity: one.severity, lang: one.lang, back: one.back },
    wait: wait(renderer, lang, now() - one.askedAt),
    at: one.askedAt,
    who: names.get(one.adjuster ?? '') ?? '',
    // The person has written since her last words.
    unread: one.state === 'active' && (one.lastPersonAt ?? 0) > (one.lastAdjusterAt ?? one.acceptedAt ?? 0),
    silent: one.lastPersonAt ? wait(renderer, lang, now() - one.lastPersonAt) : '',
  });
  const others = active.filter((one) => one.adjuster !== me.account.id);
  return {
    waiting: waiting.filter(ours).map(row),
    mine: mine.map(row),
    others: others.filter(ours).map(row),
    calls: tickets.filter(({ kind }) => kind !== 'brokenOff').map((one) => ticketRow(desk, one, lang, names)),
    broken: tickets.filter(({ kind }) => kind === 'brokenOff').map((one) => ticketRow(desk, one, lang, names)),
    most: MOST,
    full: tickets.length === 2 * MOST,
    here: present.some(({ adjuster }) => adjuster === me.account.id),
    present: present.length,
    firstContact: waits.length === 0 ? null : wait(renderer, lang, waits.reduce((a, b) => a + b, 0) / waits.length),
  };
}

function ticketRow(
  { now, renderer }: Desk,
  ticket: Ticket,
  lang: Colleague['lang'],
  names: ReadonlyMap<string, string>,
) {
  const { id, kind, conversation, at, slot, takenBy, data } = ticket;
  const phone = typeof data.phone === 'string' ? renderer.show(lang, { kind: 'phone', answer: data.phone }) : '';
  return {
    ...{ id, kind, conversation, phone, cancelled: data.cancelled === true },
    wait: wait(renderer, lang, now() - at),
    by: slot === undefined ? '' : when(slot, now()),
    late: slot !== undefined && slot < now(),
    taken: takenBy === undefined ? '' : (names.get(takenBy) ?? takenBy),
  };
}

export async function queue(desk: Desk, visit: Colleague): Promise<Answer> {
  await desk.trail.note(visit.me.account.id, 'queue.seen', 'queue');
  return page('queue', await rows(desk, visit));
}

/** Fetched by the page whenever something has changed. */
export const queueList = async (desk: Desk, visit: Colleague): Promise<Answer> =>
  page('queueList', await rows(desk, visit));

/** “I am here” and “I am away”. */
export async function presence({ store, now, trail }: Desk, { me, form }: Colleague): Promise<Answer> {
  const here = form.get('here') === '1';
  const { id } = me.account;
  await trail.note(id, here ? 'presence.here' : 'presence.away', id);
  if (here) await store.present({ adjuster: id, seenAt: now(), maxOpen: MAX_OPEN, ringing: true });
  else await store.absent(id);
  return go('/workbench/queue');
}

export async function takeTicket({ store, trail }: Desk, { me, params }: Colleague): Promise<Answer> {
  const id = params.ticket ?? '';
  await trail.note(me.account.id, 'ticket.take', id);
  await store.takeTicket(id, me.account.id);
  return go('/workbench/queue#calls');
}

export async function finishTicket({ store, trail, now }: Desk, { me, params }: Colleague): Promise<Answer> {
  const id = params.ticket ?? '';
  await trail.note(me.account.id, 'ticket.done', id);
  await store.finishTicket(id, me.account.id, now());
  return go('/workbench/queue#calls');
}
