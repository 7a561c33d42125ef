/** The tortfeasor's line and what stays with the victim; every fen of the loss is on exactly one line. */
import { decimal, difference, type Figure, leaf, line, sum, yuan } from '../figure.ts';
import { type Fen, isZero, largest, over, ratio, sumFen } from '../money.ts';
import type { Paid } from './commercial.ts';
import type { Share } from './compulsory.ts';
import type { Owed } from './liability.ts';
import type { Loss } from './losses.ts';
import type { Party, ThirdParty } from './parties.ts';

export interface Borne {
  readonly vehicle: string;
  readonly victim: string;
  readonly amount: Fen;
  readonly figure: Figure;
}

/** Its part inside the limits where there is no compulsory cover, what no policy takes, and what policies leave. */
export function tortfeasorBears(
  party: Party,
  victim: string,
  owed: Owed | undefined,
  paid: readonly Paid[],
  shares: readonly Share[],
): Borne | undefined {
  const inLimits = shares.filter((s) => s.vehicle === party.id && s.victim === victim && !s.insured);
  const policies = paid.filter((p) => p.vehicle === party.id && p.victim === victim);
  const [first, ...rest] = [
    ...inLimits.map((s) => yuan('inLimits', s.amount)),
    ...(owed
      ? leftBy(
          owed,
          party.policies,
          policies.map((p) => p.figure),
        )
      : []),
  ];
  if (!first) return undefined;
  const figure = sum(first, ...rest);
  return { vehicle: party.id, victim, amount: line(figure).amount, figure };
}

function leftBy(owed: Owed, policies: readonly ThirdParty[], paid: readonly Figure[]): readonly Figure[] {
  const [width, ...others] = policies;
  if (!width || paid.length === 0) return owed.all;
  const alike = others.every((p) => p.nonMedicare === width.nonMedicare && p.mentalDistress === width.mentalDistress);
  const demand = owed.insured(width);
  if (!alike || !demand) return less(owed.all, paid);
  return [...less([demand], paid), ...owed.uninsured(width)];
}
function less([first, ...rest]: readonly Figure[], paid: readonly Figure[]): readonly Figure[] {
  if (!first) return [];
  const owed = brief('policyShare', sum(first, ...rest));
  const left = difference(owed, ...paid.map((figure) => brief('paidByPolicy', figure)));
  return isZero(left.value) ? [] : [left];
}
/** A figure whose arithmetic stands on another line already is one number here, unless it has no short decimal. */
const brief = (name: string, figure: Figure): Figure =>
  decimal(over(figure.value, ratio(100n))).includes('/') ? figure : leaf('yuan', name, figure.value);

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
