/** What one colleague has entered above a limit, as the second one sees it before she decides: the sums, and what the person will read. */
import { notFound } from '../../channels/web/errors.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan } from '../../claims/money.ts';
import type { Proposal } from '../../claims/proposals.ts';
import { type SeenClaim, seenClaim } from '../claim/see.ts';
import { may } from '../people/rights.ts';
import { draftFrom } from '../settlement/draft.ts';
import { previewOf } from '../settlement/preview.ts';
import { sumsOf } from '../settlement/sums.ts';
import { langOf } from '../settlement/victim.ts';
import { masked } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { advanceIn, proposalRow, settlementIn } from './rows.ts';

/** GET /workbench/k/:claim/proposal/:proposal */
export async function proposalPage(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seenClaim(desk, visit);
  const proposal = proposalOf(found, visit);
  await desk.trail.note(visit.me.account.id, 'proposal.seen', found.id);
  return proposalAnswer(desk, visit, found, proposal);
}

/** One that was replaced is not there any more. */
export function proposalOf({ facts }: SeenClaim, { params, form }: Colleague): Proposal {
  const id = params.proposal ?? form.get('proposal');
  const found = facts.proposals?.find((one) => one.id === id);
  if (!found) throw notFound('Proposal');
  return found;
}

/** `problem`: a name of `desk.proposalProblem`. */
export async function proposalAnswer(
  desk: Desk,
  visit: Colleague,
  found: SeenClaim,
  proposal: Proposal,
  problem = '',
): Promise<Answer> {
  const { account } = visit.me;
  const { id, version, facts } = found;
  const row = proposalRow(desk, account, facts, proposal);
  const open = row.state === 'open';
  const values = {
    ...{ id, version, row, problem, number: facts.registered?.number ?? facts.number },
    decides: open && !row.mine && may(account, 'release'),
    withdraws: row.mine && (open || row.state === 'returned') && may(account, 'act'),
    settled: proposal.type === 'settlement' ? await settledOf(desk, found, proposal) : null,
    advance: proposal.type === 'advance' ? advanceIn(proposal) : null,
  };
  return page('proposal', values, problem === '' ? 200 : 409);
}

async function settledOf(desk: Desk, { id, facts }: SeenClaim, proposal: Proposal) {
  const settlement = settlementIn(proposal);
  const theirs = await langOf(desk, id, facts);
  return {
    sums: sumsOf(draftFrom(settlement)),
    lines: settlement.lines.map(({ item, asked, accepted, reasons }) => ({
      ...{ item, asked: money(parseYuan(asked)), accepted: money(parseYuan(accepted)) },
      reasons: reasons.map(({ code, amount, paper = '', note = '' }) => ({
        ...{ code, amount: money(parseYuan(amount)), paper: masked(paper), note: masked(note) },
      })),
    })),
    ...{ theirs, preview: previewOf(desk, theirs, facts, settlement).map(masked), version: settlement.version },
  };
}
