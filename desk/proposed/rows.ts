/** What waits for a second colleague, as the queue, the claim and its own page show it. */

import type { Settlement } from '../../claims/deductions/settlement.ts';
import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import type { Proposal } from '../../claims/proposals.ts';
import type { AdvanceData } from '../../claims/recording/types.ts';
import type { Account } from '../../store/ports.ts';
import { partyName } from '../claim/named.ts';
import { claimOf, mayOpen, type SeenClaim } from '../claim/see.ts';
import { may } from '../people/rights.ts';
import { masked, when } from '../shown.ts';
import type { Colleague, Desk } from '../web/visit.ts';

/** Claims of one list. */
const MOST = 50;

export const settlementIn = ({ data }: Proposal): Settlement => data.settlement as unknown as Settlement;
export const advanceIn = ({ data }: Proposal): AdvanceData => data as unknown as AdvanceData;

export function proposalRow({ now }: Pick<Desk, 'now'>, me: Account, facts: ClaimFacts, one: Proposal) {
  const { id, at, account, who, type, state, closed } = one;
  const person = type === 'settlement' ? settlementIn(one).victim : advanceIn(one).person;
  return {
    ...{ id, type, state, who, person, name: partyName(facts, person), at: when(at, now()), mine: account === me.id },
    amount: money(amountOf(one)),
    closed: closed
      ? { who: closed.who, at: when(closed.at, now()), why: closed.why === undefined ? '' : masked(closed.why) }
      : null,
  };
}

function amountOf(one: Proposal): bigint {
  if (one.type === 'advance') return parseYuan(advanceIn(one).amount ?? '0');
  return sumFen(settlementIn(one).lines.map(({ accepted }) => parseYuan(accepted)));
}

/** Read once for all of a branch. */
export async function readProposed({ store }: Pick<Desk, 'store'>): Promise<readonly SeenClaim[]> {
  const claims = await store.proposed(MOST);
  const found = await Promise.all(claims.map((id) => claimOf({ store }, id)));
  return found.flatMap((one) => one ?? []);
}

/** What others have entered, for whoever may release it; and what is hers, until it is through. */
export function proposedRows(desk: Desk, { me: { account } }: Colleague, claims: readonly SeenClaim[]) {
  const proposals = claims
    .filter(({ facts }) => mayOpen(desk, account, facts))
    .flatMap(({ id, facts }) =>
      (facts.proposals ?? []).map((one) => ({
        ...proposalRow(desk, account, facts, one),
        ...{ claim: id, number: facts.registered?.number ?? facts.number },
      })),
    );
  return proposals.filter(({ mine, state }) =>
    mine ? state === 'open' || state === 'returned' : state === 'open' && may(account, 'release'),
  );
}
