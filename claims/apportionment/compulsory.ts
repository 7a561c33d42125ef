/**
 * Compulsory cover, limb by limb, without the share of fault (民法典 1213; DJ1-18, 19). Each loss falls on the vehicles
 * by their limits; a limit that is asked for too much is shared by what is asked; what then stays unpaid goes to limits
 * that still have room, until there is no loss or no room. So a loss below the sum of limits is split by limits, and
 * above it each vehicle pays its limit.
 */
import type { Limb } from '../compensation/case.ts';
import { type Figure, type Leaf, leaf, least, product, yuan } from '../figure.ts';
import {
  compare,
  type Fen,
  isZero,
  least as lesser,
  minus,
  one,
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
import { round } from './rounding.ts';

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
  const covered = parties.flatMap((party) => (party.limits ? [{ party, limit: party.limits[limb] }] : []));
  const exact = filled(
    losses.map((loss) => ratio(loss.limbs[limb])),
    covered.map(({ limit }) => limit.value),
    losses.map(({ rides }) => covered.map(({ party, limit }) => (outside(rides, party.id) ? limit.value : zero))),
  );
  const cells = losses
    .flatMap((loss, v) =>
      covered.map(({ party, limit }, j) => ({
        ...{ loss, party, limit, victim: loss.victim, vehicle: party.id },
        ...{ exact: at(exact, v, j), fen: 0n },
      })),
    )
    .filter((cell) => !isZero(cell.exact));
  const used = round(
    cells,
    new Map(losses.map(({ victim, limbs }) => [victim, limbs[limb]])),
    new Map(covered.map(({ party, limit }) => [party.id, roundHalfUp(limit.value)])),
  );
  return cells.map(({ loss, party, limit, victim, vehicle, exact, fen }) => {
    const figure = traced(exact, yuan('loss', loss.limbs[limb]), limit, used.has(vehicle));
    return { vehicle, victim, limb, amount: fen, figure, insured: party.insures[limb] };
  });
}

type Matrix = readonly (readonly Ratio[])[];
const at = (matrix: Matrix, v: number, j: number): Ratio => matrix[v]?.[j] ?? zero;
const column = (matrix: Matrix, j: number): Ratio => total(matrix.map((_, v) => at(matrix, v, j)));

/** Exact payments, victims down, vehicles across. Ends: every round empties all losses or a limit. */
function filled(losses: readonly Ratio[], limits: readonly Ratio[], weights: Matrix): Matrix {
  let paid: Matrix = weights.map((row) => row.map(() => zero));
  for (;;) {
    const room = limits.map((limit, j) => minus(limit, column(paid, j)));
    const asked = losses.map((loss, v) =>
      split(
        minus(loss, total(limits.map((_, j) => at(paid, v, j)))),
        room.map((left, j) => (isZero(left) ? zero : at(weights, v, j))),
      ),
    );
    if (asked.every((row) => row.every(isZero))) return paid;
    const granted = room.map((left, j) => part(column(asked, j), left));
    paid = paid.map((row, v) => row.map((sum, j) => plus(sum, times(at(asked, v, j), granted[j] ?? zero))));
  }
}
function split(whole: Ratio, weights: readonly Ratio[]): readonly Ratio[] {
  const sum = total(weights);
  return weights.map((weight) => (isZero(sum) ? zero : over(times(whole, weight), sum)));
}
/** Which part of what is asked for there is room for. */
const part = (asked: Ratio, room: Ratio): Ratio => (compare(asked, room) <= 0 ? one : over(room, asked));

/** The figure behind one payment: the lesser of loss and limit, a share of a limit that is used up, or a share of the loss. */
function traced(value: Ratio, loss: Leaf, limit: Leaf, used: boolean): Figure {
  if (compare(value, lesser(loss.value, limit.value)) === 0) return least(loss, limit);
  const of = used ? limit : loss;
  return product(of, leaf('share', used ? 'shareOfLimit' : 'shareOfLoss', over(value, of.value)));
}
