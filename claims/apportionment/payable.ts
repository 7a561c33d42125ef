/**
 * Who pays whom once advances are counted. The insurer's own advance is its own payment; a driver's first meets what he
 * himself owes and the rest comes back to him from his insurer; the relief fund's is repaid to the fund.
 */
import type { Advance, Case } from '../compensation/case.ts';
import { type Fen, lesser, parseYuan, sumFen } from '../money.ts';

export interface Payment {
  readonly from: string;
  readonly vehicle: string;
  readonly to: string;
  readonly amount: Fen;
}
/** What one vehicle's side owes one victim. */
export interface Debt {
  readonly vehicle: string;
  readonly victim: string;
  readonly insurer: Fen;
  readonly driver: Fen;
}

export function paymentsOf(of: Case, debts: readonly Debt[]): readonly Payment[] {
  const advances = (of.advances ?? []).map((advance) => ({ ...advance, fen: parseYuan(advance.amount) }));
  const own = advances.filter((advance) => advance.by !== 'rescueFund' || advance.vehicle !== undefined);
  const settled = debts.map((debt) =>
    settledDebt(
      debt,
      own.filter((a) => of1(a, debt, of)),
    ),
  );
  const fund = advances.filter((advance) => advance.by === 'rescueFund' && advance.vehicle === undefined);
  for (const { victim, fen } of fund)
    repay(
      settled.filter((s) => s.victim === victim),
      fen,
      'rescueFund',
      INSURER_FIRST,
    );
  return settled.flatMap(paymentsFrom);
}
const of1 = (advance: Advance, debt: Debt, { vehicles }: Case): boolean =>
  advance.victim === debt.victim && (advance.vehicle ?? vehicles[0]?.id) === debt.vehicle;

interface Settled extends Debt {
  insurer: Fen;
  driver: Fen;
  readonly back: Payment[];
}
type Payer = 'insurer' | 'driver';
const INSURER_FIRST: readonly Payer[] = ['insurer', 'driver'];

function settledDebt(debt: Debt, advances: readonly (Advance & { readonly fen: Fen })[]): Settled {
  const settled: Settled = { ...debt, back: [] };
  const by = (who: Advance['by']): Fen => sumFen(advances.filter((a) => a.by === who).map((a) => a.fen));
  const paid = lesser(by('insurer'), debt.insurer);
  settled.insurer -= paid;
  settled.back.push(row(debt.victim, debt, 'insurer', by('insurer') - paid));
  const met = lesser(by('driver'), debt.driver);
  settled.driver -= met;
  repay([settled], by('driver') - met, 'driver', ['insurer']);
  repay([settled], by('rescueFund'), 'rescueFund', INSURER_FIRST);
  return settled;
}

/** Takes `sum` out of what is owed and sends it to `to`; what is not owed by anybody the victim gives back. */
function repay(debts: readonly Settled[], sum: Fen, to: string, payers: readonly Payer[]): void {
  let left = sum;
  for (const payer of payers)
    for (const debt of debts) {
      const part = lesser(left, debt[payer]);
      debt[payer] -= part;
      left -= part;
      debt.back.push(row(payer, debt, to, part));
    }
  const [last] = debts;
  if (last) last.back.push(row(last.victim, last, to, left));
}
const row = (from: string, { vehicle }: Debt, to: string, amount: Fen): Payment => ({ from, vehicle, to, amount });

const paymentsFrom = (settled: Settled): readonly Payment[] =>
  [
    ...settled.back,
    row('insurer', settled, settled.victim, settled.insurer),
    row('driver', settled, settled.victim, settled.driver),
  ].filter((payment) => payment.amount > 0n);
