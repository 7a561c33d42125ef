/** The tortfeasor's line and what stays with the victim; every fen of the loss is on exactly one line. */
import { difference, type Figure, line, sum, yuan } from '../figure.ts';
import { type Fen, largest, sumFen } from '../money.ts';
import type { Paid } from './commercial.ts';
import type { Share } from './compulsory.ts';
import type { Owed } from './liability.ts';
import type { Loss } from './losses.ts';

export interface Borne {
  readonly vehicle: string;
  readonly victim: string;
  readonly amount: Fen;
  readonly figure: Figure;
}

/** Debts less what the policies pay, and its part inside the limits where there is no compulsory cover. */
export function tortfeasorBears(
  vehicle: string,
  victim: string,
  owed: Owed | undefined,
  paid: readonly Paid[],
  shares: readonly Share[],
): Borne | undefined {
  const inLimits = shares.filter((s) => s.vehicle === vehicle && s.victim === victim && !s.insured);
  const policies = paid.filter((p) => p.vehicle === vehicle && p.victim === victim).map((p) => p.figure);
  const parts = [...inLimits.map((s) => yuan('inLimits', s.amount)), ...(owed?.all ?? [])];
  const [first, ...rest] = parts;
  if (!first) return undefined;
  const figure = difference(sum(first, ...rest), ...policies);
  return { vehicle, victim, amount: line(figure).amount, figure };
}

export interface Rows {
  readonly paid: readonly Paid[];
  readonly borne: readonly Borne[];
  /** What is left with the victim. */
  readonly left: Fen;
}

/**
 * The victim bears what is left. Rounding may leave a fen where nothing is his, or take one that is not there: the
 * largest line that rounding touched absorbs it, the tortfeasor's before a policy's.
 */
export function settleRest(
  loss: Loss,
  shares: readonly Share[],
  paid: readonly Paid[],
  borne: readonly Borne[],
  nothingLeft: boolean,
): Rows {
  const own = <T extends { readonly victim: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.victim === loss.victim);
  const [policies, debts] = [own(paid), own(borne)];
  const insured = own(shares).filter((s) => s.insured);
  const left = loss.total - sumFen([...insured, ...policies, ...debts].map((row) => row.amount));
  if (left === 0n || (left > 0n && !nothingLeft)) return { paid: policies, borne: debts, left };
  if (debts.length > 0) return { paid: policies, borne: changed(debts, left), left: 0n };
  const free = policies.filter((p) => !p.atLimit);
  return { paid: [...policies.filter((p) => p.atLimit), ...changed(free, left)], borne: debts, left: 0n };
}

function changed<T extends { readonly amount: Fen; readonly vehicle: string }>(rows: readonly T[], by: Fen): T[] {
  const at = largest(
    rows.map((row) => row.amount),
    rows.map((row) => row.vehicle),
  );
  return rows.map((row, i) => (i === at ? { ...row, amount: row.amount + by } : row));
}
