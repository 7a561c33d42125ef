/** Whether a payment can be: for something that was decided, not more than that, and once. */
import { isEarlier } from '../clocks/days.ts';
import { sumOf } from '../deductions/settlement.ts';
import type { ClaimFacts } from '../fold.ts';
import { type Fault, fenOf } from './advances.ts';
import type { PaymentData } from './types.ts';

export function faultOfPayment(facts: ClaimFacts, data: PaymentData): Fault | undefined {
  if (fenOf(data.amount) === 0) return { pointer: '/amount', why: 'nothing' };
  if ((facts.payments ?? []).some(({ reference }) => reference === data.reference))
    return { pointer: '/reference', why: 'alreadyHere' };
  return 'advance' in data.for
    ? ofAdvance(facts, data, data.for.advance)
    : ofSettlement(facts, data, data.for.settlement);
}

function ofAdvance(facts: ClaimFacts, data: PaymentData, id: string): Fault | undefined {
  const advance = facts.advances?.find((one) => one.advance === id);
  if (advance?.approved === undefined || !['approved', 'paid'].includes(advance.state))
    return { pointer: '/for/advance', why: 'notApproved' };
  const before = (facts.payments ?? []).filter((one) => 'advance' in one.for && one.for.advance === id);
  // What is said to be paid is that money, not more of it.
  return sum(before) + fenOf(data.amount) > (advance.paid ?? advance.approved)
    ? { pointer: '/amount', why: 'moreThanApproved' }
    : undefined;
}

/** Earlier versions are replaced: what was paid under them counts. */
function ofSettlement(
  facts: ClaimFacts,
  data: PaymentData,
  { victim, version }: { readonly victim: string; readonly version: number },
): Fault | undefined {
  const settled = facts.settlements?.findLast((one) => one.victim === victim);
  if (!settled) return { pointer: '/for/settlement', why: 'notSettled' };
  if (settled.version !== version) return { pointer: '/for/settlement/version', why: 'otherVersion' };
  if (isEarlier(data.at, settled.at)) return { pointer: '/at', why: 'backInTime', last: settled.at };
  const before = (facts.payments ?? []).filter(
    (one) => 'settlement' in one.for && one.for.settlement.victim === victim,
  );
  const most = Number(sumOf(settled.payable));
  return sum(before) + fenOf(data.amount) > most ? { pointer: '/amount', why: 'moreThanSettled' } : undefined;
}

const sum = (all: readonly { readonly fen: number }[]): number => all.reduce((so, { fen }) => so + fen, 0);
