/** Reports whose first contact by a person is due, whose they are, and who gives them to whom. */
import { isGrave } from '../../claims/assign.ts';
import { median } from '../../claims/contact.ts';
import type { Lang } from '../../locales/render.ts';
import type { Account, AccountId, ClaimContact } from '../../store/ports.ts';
import { branchName } from '../branches.ts';
import { clockOf, stateOf } from '../clock.ts';
import { adjusterOf, whoIsHere } from '../handing.ts';
import { may, seesBranch } from '../people/rights.ts';
import { shownPerson } from '../persons.ts';
import { type Seen, seen } from '../seen.ts';
import { wait, when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, go } from '../web/visit.ts';

/** Rows on one page, and reports looked through for them. */
const MOST = 50;
export const LOOKED_AT = 500;
/** So many of the last first contacts are looked at. */
export const TOOK = 20;

interface Due {
  readonly contacts: readonly ClaimContact[];
  readonly took: readonly number[];
  readonly names: ReadonlyMap<string, string>;
  /** Of each account. */
  readonly branchOf: ReadonlyMap<string, string | null>;
}

/** With hers that lie behind those that were looked through, or in a branch that is not hers any more. */
export async function withHers(
  { store }: Pick<Desk, 'store'>,
  me: Account,
  contacts: readonly ClaimContact[],
): Promise<readonly ClaimContact[]> {
  if (me.branch === null && contacts.length < LOOKED_AT) return contacts;
  const known = new Set(contacts.map(({ claim }) => claim));
  const more = (await store.contactsDue({ assignee: me.id, limit: MOST })).filter(({ claim }) => !known.has(claim));
  return more.length === 0 ? contacts : [...contacts, ...more].toSorted((a, b) => a.due - b.due);
}

/** Hers, and those nobody has; whoever leads or audits sees all of her branch. */
async function mineOf(desk: Desk, me: Account, contacts: readonly ClaimContact[]): Promise<readonly ClaimContact[]> {
  const all = await withHers(desk, me, contacts);
  return me.role === 'adjuster' ? all.filter(({ assignee }) => assignee === me.id || assignee === null) : all;
}

export async function reportRows(desk: Desk, { me, lang }: Colleague, due: Due) {
  const { contacts, took } = due;
  const { renderer, now } = desk;
  // Stays in the order of their times, but for who is in danger of life or has died.
  const mine = (await mineOf(desk, me.account, contacts)).toSorted(
    (a, b) => Number(isGrave(b.severity)) - Number(isGrave(a.severity)),
  );
  const middle = median(took);
  return {
    reports: await Promise.all(mine.slice(0, MOST).map((one) => rowOf(desk, me.account, lang, one, due))),
    ...{ moreReports: mine.length > MOST, now: now(), tookOf: took.length },
    took: middle === undefined ? '' : wait(renderer, lang, middle),
  };
}

async function rowOf(desk: Desk, me: Account, lang: Lang, one: ClaimContact, { names, branchOf }: Due) {
  const hers = one.assignee !== null && branchOf.has(one.assignee);
  const { renderer, now, persons } = desk;
  const told = await persons.get(one.conversation, one.reportedAt);
  return {
    ...{ id: one.conversation, claim: one.claim, severity: one.severity, lang: one.lang },
    ...{ number: renderer.show(lang, { kind: 'number', answer: one.number }), grave: isGrave(one.severity) },
    // What happened says more than the last word of a report, which is that it be sent.
    ...shownPerson(renderer, lang, { ...told, words: told.what ? [told.what] : told.words }),
    ...{ mine: one.assignee === me.id, who: names.get(one.assignee ?? '') ?? '' },
    // She has changed her branch: whoever leads this one can give it to somebody else.
    moved: hers && !seesBranch({ branch: branchOf.get(one.assignee ?? '') ?? null }, one.branch),
    ...{ by: when(one.due, now()), clock: clockOf(renderer, lang, one, now()) },
  };
}

/** How many of hers and of nobody’s press: her queue rings for them. Whoever leads hears of all that are over. */
export function pressing({ now }: Desk, me: Account, contacts: readonly ClaimContact[]): number {
  const leads = may(me, 'lead');
  return contacts.filter((one) => {
    const state = stateOf(one, now());
    const hers = one.assignee === me.id || one.assignee === null;
    return hers ? state !== 'calm' : leads && state === 'over';
  }).length;
}

/** Beside what is known of a report: whose it is, and how it stands with the first contact. */
export async function assignedOf(desk: Desk, lang: Lang, { conversation: { id } }: Seen) {
  const { store, renderer, now } = desk;
  const [latest] = await store.contactsOf(id);
  if (!latest) return { assigned: null, now: now() };
  const { assignee, contactedAt, reportedAt, due, branch } = latest;
  const holder = assignee === null ? undefined : await store.account(assignee as AccountId);
  return {
    now: now(),
    assigned: {
      ...{ who: holder?.name ?? '', gone: holder !== undefined && holder.disabledAt !== null },
      ...{ branch: branchName(desk, branch), by: when(due, now()), clock: clockOf(renderer, lang, latest, now()) },
      contacted: contactedAt === null ? '' : when(contactedAt, now()),
      took: contactedAt === null ? '' : wait(renderer, lang, contactedAt - reportedAt),
    },
  };
}

/** To whom whoever leads can give it. */
export async function takersOf(desk: Desk, { me }: Colleague, { conversation: { id } }: Seen) {
  if (!may(me.account, 'lead')) return [];
  const [[latest], accounts, here] = await Promise.all([
    desk.store.contactsOf(id),
    desk.store.accounts(),
    whoIsHere(desk),
  ]);
  return accounts
    .filter((one) => one.id !== latest?.assignee && canTake(one, latest?.branch ?? null))
    .map(({ id, name }) => ({ id, name, here: here.has(id) }))
    .toSorted((a, b) => Number(b.here) - Number(a.here));
}

const canTake = (one: Account, branch: string | null): boolean =>
  one.disabledAt === null && one.password !== null && may(one, 'act') && seesBranch(one, branch);

/** POST /workbench/c/:id/assign */
export async function assign(desk: Desk, visit: Colleague): Promise<Answer> {
  const { store, trail, floor, board } = desk;
  const { conversation } = await seen(desk, visit);
  const { account } = visit.me;
  const wanted = visit.form.get('to') ?? '';
  const path = `/workbench/c/${conversation.id}`;
  const [[latest], to] = await Promise.all([
    store.contactsOf(conversation.id),
    wanted === 'anyone' ? undefined : store.account(wanted as AccountId),
  ]);
  if (wanted !== 'anyone' && (!to || !canTake(to, latest?.branch ?? null))) return go(`${path}?problem=invalid`);
  await trail.note(account.id, 'assign', conversation.id, { to: to?.id ?? wanted });
  const key = visit.form.get('key') || undefined;
  const wish = { to: to ? adjusterOf(to) : ('anyone' as const), claim: latest?.claim };
  const result = await floor.assign(conversation.id, adjusterOf(account), wish, key);
  board.drop();
  return go(result.status === 'done' ? path : `${path}?problem=${result.status}`);
}
