/**
 * Compulsory cover, limb by limb, without the share of fault (民法典 1213; DJ1-18, 19). Each loss falls on the vehicles
 * by their limits; a limit that is asked for too much is shared by what is asked; what then stays unpaid goes to limits
 * that still have room, until there is no loss or no room. So a loss below the sum of limits is split by limits, and
 * above it each vehicle pays its limit.
 */
import type { Limb } from '../compensation/case.ts';
import { type Figure, leaf, least, product, yuan } from '../figure.ts';
import {
  compare,
  type Fen,
  isZero,
  least as lesser,
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  roundHalfUp,
  times,
  total,
  zero,
} from '../money.ts';
import type { Loss } from './losses.ts';
import { outside, type Party } from './parties.ts';
import { rounded } from './rounding.ts';

export interface Share {
  readonly vehicle: string;
  readonly victim: string;
  readonly limb: Limb;
  readonly amount: Fen;
  readonly figure: Figure;
  /** Paid by the insurer, or owed by who should have been insured. */
  readonly insured: boolean;
}

export function compulsoryShares(limb: Limb, losses: readonly Loss[], parties: readonly Party[]): readonly Share[] {
  const owed = losses.map((loss) => loss.limbs[limb]);
  const room = parties.map((party) => party.limits?.[limb].value ?? zero);
  const may = losses.map((loss) =>
    parties.map((party, j) => outside(loss.rides, party.id) && !isZero(room[j] ?? zero)),
  );
  const exact = filled(
    owed.map((fen) => ratio(fen)),
    room,
    may,
  );
  const fen = rounded(
    exact,
    owed,
    room.map(roundHalfUp),
    losses.map((loss) => loss.victim),
  );
  return losses.flatMap((loss, v) =>
    parties.flatMap((party, j): Share[] => {
      const amount = fen[v]?.[j] ?? 0n;
      if (amount === 0n || !party.limits) return [];
      const figure = traced(exact, v, j, owed[v] ?? 0n, party.limits[limb]);
      return [{ vehicle: party.id, victim: loss.victim, limb, amount, figure, insured: party.insures[limb] }];
    }),
  );
}

type Matrix = readonly (readonly Ratio[])[];

/** Exact payments, victims down, vehicles across. Ends: every round empties a loss or a limit. */
function filled(losses: readonly Ratio[], limits: readonly Ratio[], may: readonly (readonly boolean[])[]): Matrix {
  let paid: Matrix = losses.map(() => limits.map(() => zero));
  for (const _ of [...limits, ...losses]) {
    const left = losses.map((loss, v) => minus(loss, total(paid[v] ?? [])));
    const room = limits.map((limit, j) => minus(limit, column(paid, j)));
    const asked = left.map((loss, v) =>
      split(
        loss,
        limits.map((limit, j) => (may[v]?.[j] && !isZero(room[j] ?? zero) ? limit : zero)),
      ),
    );
    if (asked.every((row) => row.every(isZero))) break;
    paid = paid.map((row, v) => row.map((sum, j) => plus(sum, granted(asked, v, j, room[j] ?? zero))));
  }
  return paid;
}
const column = (matrix: Matrix, j: number): Ratio => total(matrix.map((row) => row[j] ?? zero));
function split(whole: Ratio, weights: readonly Ratio[]): readonly Ratio[] {
  const sum = total(weights);
  return weights.map((weight) => (isZero(sum) ? zero : over(times(whole, weight), sum)));
}
function granted(asked: Matrix, v: number, j: number, room: Ratio): Ratio {
  const sum = column(asked, j);
  const wish = asked[v]?.[j] ?? zero;
  return compare(sum, room) <= 0 ? wish : over(times(room, wish), sum);
}

/** The figure behind one payment: the lesser of loss and limit, a share of the limit, or a share of the loss. */
function traced(exact: Matrix, v: number, j: number, owed: Fen, limit: Parameters<typeof least>[0]): Figure {
  const value = exact[v]?.[j] ?? zero;
  const loss = yuan('loss', owed);
  const whole = lesser(loss.value, limit.value);
  if (compare(value, whole) === 0) return least(loss, limit);
  const full = compare(column(exact, j), limit.value) === 0;
  const of = full ? limit : loss;
  return product(of, leaf('share', full ? 'shareOfLimit' : 'shareOfLoss', over(value, of.value)));
}
