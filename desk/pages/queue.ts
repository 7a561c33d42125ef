/** Who waits, which calls are owed, which drafts broke off, and what is mine. */
import { QUEUE } from '../../bots/acts.ts';
import type { Handoff } from '../../store/ports.ts';
import { SEEN, takes } from '../handing.ts';
import { seesBranch } from '../people/rights.ts';
import { shownPerson } from '../persons.ts';
import { proposedRows, readProposed } from '../proposed/rows.ts';
import { wait } from '../shown.ts';
import { type Around, folded, promised, promiseRow, rank, ticketRow } from '../ticketRows.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';
import { LOOKED_AT, pressing, reportRows, TOOK, withHers } from './reports.ts';

/** Rows of one list: who is done with the first sees the next, and drawing many would hold up others. */
const MOST = 50;
/** Takes at most so many conversations at once. */
export const MAX_OPEN = 5;

export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Everything that is to be done, for all of a branch. */
export async function readBoard({ store, now }: Pick<Desk, 'store' | 'now'>, branch: string | null) {
  const [queued, owed, active, open, present, waits, accounts, contacts, took, proposed] = await Promise.all([
    store.handoffs({ state: 'waiting', branch, limit: MOST }),
    store.handoffs({ state: 'ticket', branch, limit: MOST }),
    store.handoffs({ state: 'active', limit: 4 * MOST }),
    store.openTickets(2 * MOST, branch),
    store.presence(now() - SEEN),
    store.recentWaits(20),
    store.accounts(),
    store.contactsDue({ branch, limit: LOOKED_AT }),
    store.recentContacts(TOOK),
    readProposed({ store }),
  ]);
  const names = new Map(accounts.map(({ id, name }) => [id as string, name]));
  const branchOf = new Map(accounts.map(({ id, branch }) => [id as string, branch]));
  // Who despaired while nobody was there waits as well, and before all others.
  const waiting = [...owed.filter(({ reason }) => reason === 'crisis'), ...queued];
  const tickets = open.toSorted((a, b) => rank(a) - rank(b));
  return { waiting, active, tickets, present, waits, names, branchOf, contacts, took, proposed };
}

async function rows(desk: Desk, visit: Colleague) {
  const { me, lang } = visit;
  const ours = ({ branch, adjuster }: Handoff): boolean => adjuster === me.account.id || seesBranch(me.account, branch);
  const board = await desk.board.get(me.account.branch);
  const { waiting, active, tickets, present, waits, names } = board;
  const { shown, serious } = folded(tickets, [...waiting, ...active]);
  const talking = new Set(active.map(({ conversation }) => conversation));
  const here = new Set(present.map(({ adjuster }) => adjuster));
  const draw = (list: readonly Handoff[]) =>
    all(list.filter(ours), (one) => row(desk, visit, one, { names, here, serious }));
  const calls = (broken: boolean) =>
    all(
      shown.filter(({ kind }) => kind !== 'promise' && (kind === 'brokenOff') === broken),
      (one) => ticketRow(desk, one, lang, { names, serious, talking }),
    );
  const others = active.filter(({ adjuster }) => adjuster !== me.account.id).slice(0, MOST);
  return {
    waiting: await draw(waiting),
    mine: await draw(active.filter(({ adjuster }) => adjuster === me.account.id)),
    others: await draw(others),
    ...(await reportRows(desk, visit, board)),
    proposed: proposedRows(desk, visit, board.proposed),
    promises: await all(promised(shown), (one) => promiseRow(desk, one, lang)),
    ...{ calls: await calls(false), broken: await calls(true), most: MOST, full: tickets.length === 2 * MOST },
    here: present.some((one) => one.adjuster === me.account.id && takes(one)),
    present: present.filter(takes).length,
    firstContact:
      waits.length === 0 ? null : wait(desk.renderer, lang, waits.reduce((a, b) => a + b, 0) / waits.length),
  };
}

const all = <Of, Row>(list: readonly Of[], row: (one: Of) => Promise<Row>): Promise<Row[]> =>
  Promise.all(list.map(row));

async function row(
  { now, renderer, persons }: Desk,
  { lang }: Colleague,
  one: Handoff,
  { names, here, serious }: Pick<Around, 'names' | 'serious'> & { readonly here: ReadonlySet<string> },
) {
  const told = await persons.get(one.conversation, one.lastPersonAt ?? 0);
  return {
    ...{ id: one.conversation, reason: one.reason, severity: one.severity, lang: one.lang, back: one.back },
    ...shownPerson(renderer, lang, told),
    serious: serious.has(one.conversation),
    wait: wait(renderer, lang, now() - one.askedAt),
    at: one.askedAt,
    // Nobody was there: it can be dealt with by telephone, too.
    owed: one.state === 'ticket',
    // A desk outside has no account, and is not here.
    who: names.get(one.adjuster ?? '') ?? String(one.data.name ?? ''),
    away: names.has(one.adjuster ?? '') && !here.has(one.adjuster ?? ''),
    // Who is being talked to waits no more: how long she has been, and whether her last words still wait for an answer.
    talking: one.acceptedAt === null ? '' : wait(renderer, lang, now() - one.acceptedAt),
    unanswered: isUnread(one) ? wait(renderer, lang, now() - (unansweredSince(one) ?? now())) : '',
  };
}

/** From the first of several words on: whoever keeps writing has waited no less. */
const unansweredSince = ({ data, lastPersonAt }: Handoff): number | null =>
  typeof data.unanswered === 'number' ? data.unanswered : lastPersonAt;

/** The person has written since her colleague's last words. */
const isUnread = ({ state, lastPersonAt, lastAdjusterAt, acceptedAt }: Handoff): boolean =>
  state === 'active' && (lastPersonAt ?? 0) > (lastAdjusterAt ?? acceptedAt ?? 0);

/** How many wait, and in how many of hers somebody waits for an answer: beside the link to the queue, on every page. */
export async function badge(desk: Desk, { me }: Colleague): Promise<Answer> {
  const { waiting, active, contacts: due } = await desk.board.get(me.account.branch);
  const unread = active.filter((one) => one.adjuster === me.account.id && isUnread(one));
  const contacts = await withHers(desk, me.account, due);
  const ours = waiting.filter(({ branch }) => seesBranch(me.account, branch));
  return page('badge', {
    ...{ waiting: ours.length, unread: unread.length, due: pressing(desk, me.account, contacts) },
  });
}

export async function queue(desk: Desk, visit: Colleague): Promise<Answer> {
  await desk.trail.note(visit.me.account.id, 'queue.seen', 'queue');
  return page('queue', await rows(desk, visit));
}

/** Fetched by the page whenever something has changed. */
export async function queueList(desk: Desk, visit: Colleague): Promise<Answer> {
  await desk.trail.noteView(visit.me.account.id, 'queue.seen', 'queue');
  return page('queueList', await rows(desk, visit));
}

/** “I am here” and “I am away”. */
export async function presence({ store, now, trail, board, wake }: Desk, { me, form }: Colleague): Promise<Answer> {
  const here = form.get('here') === '1';
  const { id } = me.account;
  await trail.note(id, here ? 'presence.here' : 'presence.away', id);
  if (here) await store.present({ adjuster: id, seenAt: now(), maxOpen: MAX_OPEN, ringing: true });
  else await store.absent(id);
  board.drop();
  // Whoever looks at one of her conversations sees whether she is there.
  wake.wake(QUEUE);
  return go('/workbench/queue');
}
