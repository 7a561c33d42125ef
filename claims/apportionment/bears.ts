/** The tortfeasor's line and what stays with the victim; every fen of the loss is on exactly one line. */
import { decimal, difference, type Figure, leaf, line, sum, yuan } from '../figure.ts';
import { type Fen, isZero, largest, lesser, over, ratio, sumFen } from '../money.ts';
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

/**
 * Its part inside the limits where there is no compulsory cover, what no policy takes, and what policies leave; `paid`
 * and `shares` are the vehicle's own.
 */
export function tortfeasorBears(
  party: Party,
  victim: string,
  owed: Owed | undefined,
  paid: readonly Paid[],
  shares: readonly Share[],
): Borne | undefined {
  const inLimits = shares.filter((s) => s.victim === victim && !s.insured);
  const policies = paid.filter((p) => p.victim === victim);
  const [first, ...rest] = [
    ...inLimits.map((s) => yuan(party.insured ? 'excludedProperty' : 'inLimits', s.amount)),
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
  const [first, ...rest] = owed.all;
  if (!width || !first || paid.length === 0) return owed.all;
  const alike = others.every((p) => p.nonMedicare === width.nonMedicare && p.mentalDistress === width.mentalDistress);
  const demand = alike ? owed.insured(width) : undefined;
  return demand ? [...less(demand, paid), ...owed.uninsured(width)] : less(sum(first, ...rest), paid);
}
function less(owed: Figure, paid: readonly Figure[]): readonly Figure[] {
  const left = difference(brief('policyShare', owed), ...paid.map((figure) => brief('paidByPolicy', figure)));
  return isZero(left.value) ? [] : [left];
}
/** A figure whose arithmetic stands on another line already is one number here, unless it has no short decimal. */
const brief = (name: string, figure: Figure): Figure =>
  decimal(over(figure.value, ratio(100n))).includes('/') ? figure : leaf('yuan', name, figure.value);

export interface Rows {
  readonly paid: readonly Paid[];
  readonly borne: readonly Borne[];
}
type Line = Paid | Borne;

/**
 * The victim bears what is left. Rounding may leave a fen where nothing is his, or take one that is not there: the
 * largest line beyond the compulsory cover absorbs it. No policy pays above its limit for it, and no line falls below
 * zero. Victims are taken by name, so that their order changes nothing.
 */
export function settleRest<T extends Pick<Loss, 'victim' | 'total'>>(
  losses: readonly T[],
  shares: readonly Pick<Share, 'victim' | 'amount'>[],
  rows: Rows,
  nothingIsHis: (loss: T) => boolean,
): Rows {
  const left = ({ victim, total }: T, { paid, borne }: Rows): Fen =>
    total - sumFen([...shares, ...paid, ...borne].flatMap((row) => (row.victim === victim ? row.amount : [])));
  const byName = losses.toSorted((a, b) => (a.victim < b.victim ? -1 : 1));
  const lessened = byName.reduce((so, loss) => absorbed(so, loss.victim, lesser(left(loss, so), 0n)), rows);
  return byName.filter(nothingIsHis).reduce((so, loss) => absorbed(so, loss.victim, left(loss, so)), lessened);
}

function absorbed(rows: Rows, victim: string, left: Fen): Rows {
  if (left === 0n) return rows;
  const his = (row: Line): boolean => row.victim === victim;
  const room = (row: Line): Fen => ('most' in row ? row.most - paidBy(row, rows.paid) : left);
  const paid = rows.paid.filter(his);
  const groups = [[...rows.borne.filter(his), ...paid.filter((row) => room(row) > 0n)], paid];
  const able = groups
    .map((all: readonly Line[]) => all.filter((row) => (left < 0n ? row.amount : room(row)) > 0n))
    .find((all) => all.length > 0);
  const at = able?.[largestOf(able)];
  if (!at) return rows;
  const by = left < 0n ? -lesser(-left, at.amount) : lesser(left, room(at));
  const put = <T extends Line>(row: T): T => (row === at ? { ...row, amount: row.amount + by } : row);
  return absorbed({ paid: rows.paid.map(put), borne: rows.borne.map(put) }, victim, left - by);
}
const largestOf = (rows: readonly Line[]): number =>
  largest(
    rows.map(({ amount }) => amount),
    rows.map(({ vehicle }) => vehicle),
  );
const paidBy = ({ vehicle, policy }: Paid, paid: readonly Paid[]): Fen =>
  sumFen(paid.flatMap((row) => (row.vehicle === vehicle && row.policy === policy ? row.amount : [])));
