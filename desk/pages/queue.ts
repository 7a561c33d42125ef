/** Who waits, which calls are owed, which drafts broke off, and what is mine. */
import type { Handoff, Ticket } from '../../store/ports.ts';
import { seesBranch } from '../people/rights.ts';
import { wait, when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';

/** Rows of one list: who is done with the first sees the next, and drawing many would hold up others. */
const MOST = 50;
/** Takes at most so many conversations at once. */
export const MAX_OPEN = 5;

export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Everything that is to be done, for all. */
export async function readBoard({ store, now }: Pick<Desk, 'store' | 'now'>) {
  const [waiting, active, tickets, present, waits, accounts] = await Promise.all([
    store.handoffs({ state: 'waiting', limit: MOST }),
    store.handoffs({ state: 'active', limit: 4 * MOST }),
    store.openTickets(2 * MOST),
    store.presence(now() - 2 * 60_000),
    store.recentWaits(20),
    store.accounts(),
  ]);
  const names = new Map(accounts.map(({ id, name }) => [id as string, name]));
  return { waiting, active, tickets, present, waits, names };
}

async function rows(desk: Desk, { me, lang }: Colleague) {
  const { now, renderer } = desk;
  const ours = ({ branch }: Handoff): boolean => seesBranch(me.account, branch);
  const { waiting, active, tickets, present, waits, names } = await desk.board.get();
  const row = (one: Handoff) => ({
    ...{ id: one.conversation, reason: one.reason, severity: one.severity, lang: one.lang, back: one.back },
    wait: wait(renderer, lang, now() - one.askedAt),
    at: one.askedAt,
    who: names.get(one.adjuster ?? '') ?? '',
    unread: isUnread(one),
    silent: one.lastPersonAt ? wait(renderer, lang, now() - one.lastPersonAt) : '',
  });
  const mine = active.filter(({ adjuster }) => adjuster === me.account.id);
  const others = active.filter(({ adjuster }) => adjuster !== me.account.id).slice(0, MOST);
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

/** The person has written since her colleague's last words. */
const isUnread = ({ state, lastPersonAt, lastAdjusterAt, acceptedAt }: Handoff): boolean =>
  state === 'active' && (lastPersonAt ?? 0) > (lastAdjusterAt ?? acceptedAt ?? 0);

/** How many wait, and in how many of hers somebody waits for an answer: beside the link to the queue, on every page. */
export async function badge(desk: Desk, { me }: Colleague): Promise<Answer> {
  const { waiting, active } = await desk.board.get();
  const unread = active.filter((one) => one.adjuster === me.account.id && isUnread(one));
  const ours = waiting.filter(({ branch }) => seesBranch(me.account, branch));
  return page('badge', { waiting: ours.length, unread: unread.length });
}

/** Beside the number: a call that cannot wait is told from the others. */
const GRAVE: ReadonlySet<string> = new Set(['crisis', 'death', 'icu', 'minor', 'threat']);

function ticketRow(
  { now, renderer }: Desk,
  ticket: Ticket,
  lang: Colleague['lang'],
  names: ReadonlyMap<string, string>,
) {
  const { id, kind, conversation, at, slot, takenBy, data } = ticket;
  const none = kind === 'callBack' ? renderer.sentence(lang, 'desk.queue.noPhone') : '';
  const phone = typeof data.phone === 'string' ? renderer.show(lang, { kind: 'phone', answer: data.phone }) : none;
  const why =
    GRAVE.has(String(data.reason)) && kind === 'callBack'
      ? ` · ${renderer.sentence(lang, `desk.reason.${data.reason}`)}`
      : '';
  return {
    ...{ id, kind, conversation, phone: phone + why, cancelled: data.cancelled === true },
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
export async function presence({ store, now, trail, board }: Desk, { me, form }: Colleague): Promise<Answer> {
  const here = form.get('here') === '1';
  const { id } = me.account;
  await trail.note(id, here ? 'presence.here' : 'presence.away', id);
  if (here) await store.present({ adjuster: id, seenAt: now(), maxOpen: MAX_OPEN, ringing: true });
  else await store.absent(id);
  board.drop();
  return go('/workbench/queue');
}

export async function takeTicket({ store, trail, board }: Desk, { me, params }: Colleague): Promise<Answer> {
  const id = params.ticket ?? '';
  await trail.note(me.account.id, 'ticket.take', id);
  await store.takeTicket(id, me.account.id);
  board.drop();
  return go('/workbench/queue#calls');
}

export async function finishTicket({ store, trail, now, board }: Desk, { me, params }: Colleague): Promise<Answer> {
  const id = params.ticket ?? '';
  await trail.note(me.account.id, 'ticket.done', id);
  await store.finishTicket(id, me.account.id, now());
  board.drop();
  return go('/workbench/queue#calls');
}
