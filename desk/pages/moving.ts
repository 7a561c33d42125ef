/** What somebody still has to do who changes her branch or leaves: counted, passed on within the branch of each, never left where nobody sees it. */
import type { Account, AccountId, ClaimContact } from '../../store/ports.ts';
import { branchName } from '../branches.ts';
import { adjusterOf, heldBy, release } from '../handing.ts';
import { may, seesBranch } from '../people/rights.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { LOOKED_AT } from './reports.ts';

/** Tickets looked through. */
const MOST = 500;

interface HandedOn {
  /** Reports that others have now, and who they are. */
  readonly reports: number;
  readonly names: readonly string[];
  /** People whom she talked with, back in the queue. */
  readonly talks: number;
  /** Reports that could not be passed on just now. */
  readonly left: number;
}

const openReports = ({ store }: Desk, account: AccountId): Promise<readonly ClaimContact[]> =>
  store.contactsDue({ assignee: account, limit: LOOKED_AT });

const stays = (changed: Account): boolean => changed.disabledAt === null && may(changed, 'act');

/** Open reports that are not of her branch any more once she has changed it. */
export async function leftBehind(desk: Desk, before: Account, changed: Account): Promise<readonly ClaimContact[]> {
  if (changed.branch === before.branch || !stays(changed)) return [];
  return (await openReports(desk, changed.id)).filter(({ branch }) => !seesBranch(changed, branch));
}

/** After the change. Null where nothing was to be passed on. */
export async function handOver(
  desk: Desk,
  me: Account,
  changed: Account,
  behind: readonly ClaimContact[],
): Promise<HandedOn | null> {
  if (!stays(changed)) return something(await leave(desk, me, changed));
  await leaveTickets(desk, changed.id, (branch) => !seesBranch(changed, branch));
  return something({ ...(await passOn(desk, me, changed.id, behind)), talks: 0 });
}

const something = (handed: HandedOn): HandedOn | null =>
  handed.reports + handed.talks + handed.left > 0 ? handed : null;

/** Asked before anything is changed: what becomes of them. */
export async function askMoving(
  desk: Desk,
  { form }: Colleague,
  before: Account,
  changed: Account,
  behind: readonly ClaimContact[],
): Promise<Answer> {
  const [accounts, held] = await Promise.all([desk.store.accounts(), heldBy(desk, before.id)]);
  const others = accounts.filter((one) => one.id !== before.id);
  const branches = [...new Set(behind.map(({ branch }) => branch))];
  return page('moving', {
    ...{ id: before.id, name: before.name, n: behind.length, talks: held.length },
    from: branches.map((branch) => branchName(desk, branch)).join(' · '),
    to: branchName(desk, changed.branch),
    // Nobody there: whoever changes it gets them herself.
    nobody: branches.some((branch) => !others.some((one) => canHave(one, branch))),
    ...{ role: changed.role, branch: form.get('branch') ?? '' },
  });
}

const canHave = (one: Account, branch: string | null): boolean =>
  one.disabledAt === null && one.password !== null && may(one, 'act') && seesBranch(one, branch);

/** To whoever is found in the branch of each; where nobody is, to whoever passes them on. */
async function passOn(
  desk: Desk,
  me: Account,
  gone: AccountId,
  reports: readonly ClaimContact[],
): Promise<Omit<HandedOn, 'talks'>> {
  const { store, trail, floor, board } = desk;
  const accounts = (await store.accounts()).filter(({ id }) => id !== gone);
  const has = new Set<string>();
  let done = 0;
  for (const { conversation, claim, branch } of reports) {
    const to = accounts.some((one) => canHave(one, branch)) ? ('anyone' as const) : adjusterOf(me);
    await trail.note(me.id, 'assign', conversation, { to: to === 'anyone' ? to : to.id });
    const { status } = await floor.assign(conversation, adjusterOf(me), { to, claim });
    const now = (await store.contactsOf(conversation)).find((one) => one.claim === claim);
    if (status === 'done' && now?.assignee !== gone) done += 1;
    if (now?.assignee && now.assignee !== gone) has.add(now.assignee);
  }
  board.drop();
  const names = accounts.filter(({ id }) => has.has(id)).map(({ name }) => name);
  return { reports: done, names, left: reports.length - done };
}

/** Whoever may not act any more: all that she had, to others. */
async function leave(desk: Desk, me: Account, gone: Account): Promise<HandedOn> {
  await desk.store.absent(gone.id);
  const held = await heldBy(desk, gone.id);
  await release(desk, gone);
  await leaveTickets(desk, gone.id, () => true);
  return { ...(await passOn(desk, me, gone.id, await openReports(desk, gone.id))), talks: held.length };
}

/** Calls that she has said she would make, back to all: nobody else could tick them off. */
async function leaveTickets(
  { store, board }: Desk,
  gone: AccountId,
  which: (branch: string | undefined) => boolean,
): Promise<void> {
  const taken = (await store.openTickets(MOST)).filter((one) => one.takenBy === gone && which(one.branch));
  for (const { id } of taken) await store.leaveTicket(id, gone);
  board.drop();
}
