/** The second colleague's word: released, and then it is recorded as if she had entered it; or returned with a reason. Never by whoever entered it. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { Proposal } from '../../claims/proposals.ts';
import { RECORDINGS, refusalsOf } from '../../claims/recording/record.ts';
import type { Account, JsonObject } from '../../store/ports.ts';
import { type Judged, keepEvents, type Made } from '../claim/commit.ts';
import { claimOf, type SeenClaim, seenClaim } from '../claim/see.ts';
import { type Answer, type Colleague, type Desk, go } from '../web/visit.ts';
import { proposalAnswer, proposalOf } from './page.ts';

/** Names of `desk.proposalProblem`. */
type No = 'gone' | 'closed' | 'own' | 'others' | 'changed' | 'noReason' | 'refused';

export const release = deciding('proposal.release', (desk, visit) => (known, proposal) => {
  const { account } = visit.me;
  if (proposal.account === account.id) return { no: 'own' };
  // She has seen another state of the claim than the one that is there.
  if (String(known.version) !== visit.form.get('seen')) return { no: 'changed' };
  const wish = { type: proposal.type, data: decidedNow(proposal, desk.now()) };
  const [refused] = refusalsOf(known.facts, wish, { now: desk.now(), law: desk.clocks.law });
  if (refused) return { no: 'refused' };
  return { events: [closed(proposal, 'released', account), { type: RECORDINGS[wish.type], data: wish.data }] };
});

export const returnIt = deciding('proposal.return', (_, visit) => (_known, proposal) => {
  const why = (visit.form.get('why') ?? '').trim().slice(0, 300);
  if (proposal.account === visit.me.account.id) return { no: 'own' };
  return why === '' ? { no: 'noReason' } : { events: [closed(proposal, 'returned', visit.me.account, why)] };
});

/** By whoever entered it; also what was returned to her. */
export const withdraw = deciding(
  'proposal.withdraw',
  (_, visit) => (_known, proposal) =>
    proposal.account === visit.me.account.id
      ? { events: [closed(proposal, 'withdrawn', visit.me.account)] }
      : { no: 'others' },
  ['open', 'returned'],
);

type Decision = (desk: Desk, visit: Colleague) => (known: SeenClaim, proposal: Proposal) => Judged<No>;

function deciding(what: string, decision: Decision, from: readonly Proposal['state'][] = ['open']) {
  return async (desk: Desk, visit: Colleague): Promise<Answer> => {
    const found = await seenClaim(desk, visit);
    const { account } = visit.me;
    const id = visit.form.get('proposal') ?? '';
    await desk.trail.note(account.id, what, found.id);
    const decide = decision(desk, visit);
    const no = await keepEvents<No>(desk, account, found, (known) => {
      const proposal = known.facts.proposals?.find((one) => one.id === id);
      if (!proposal) return { no: 'gone' };
      return from.includes(proposal.state) ? decide(known, proposal) : { no: 'closed' };
    });
    if (no === undefined) return go(`/workbench/k/${found.id}`);
    const now = (await claimOf(desk, found.id)) ?? found;
    if (no === 'gone') return go(`/workbench/k/${found.id}?problem=proposalGone`);
    return proposalAnswer(desk, visit, now, proposalOf(now, visit), no === 'alreadyHere' ? 'changed' : no);
  };
}

const closed = (proposal: Proposal, how: string, { id: account, name: who }: Account, why?: string): Made => ({
  type: 'proposalClosed',
  data: { proposal: proposal.id, how, account, who, ...(why === undefined ? {} : { why }) },
});

/** The decision is of the moment in which it is released. */
function decidedNow({ type, data }: Proposal, now: number): JsonObject {
  const at = wallClock(now);
  if (type === 'advance') return { ...data, at };
  return { settlement: { ...(data.settlement as JsonObject), at } };
}
