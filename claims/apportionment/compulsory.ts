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
  const exact = filled(
    losses.map((loss) => ratio(loss.limbs[limb])),
    parties.map((party) => limitOf(party, limb)),
    losses.map(({ rides }) => parties.map((party) => (outside(rides, party.id) ? limitOf(party, limb) : zero))),
  );
  const cells = losses.flatMap((loss, v) =>
    parties.flatMap((party, j) => {
      const cell = { loss, party, victim: loss.victim, vehicle: party.id, exact: at(exact, v, j), fen: 0n };
      return isZero(cell.exact) ? [] : [cell];
    }),
  );
  round(
    cells,
    new Map(losses.map(({ victim, limbs }) => [victim, limbs[limb]])),
    new Map(parties.map((party) => [party.id, roundHalfUp(limitOf(party, limb))])),
  );
  return cells.flatMap(({ loss, party, victim, vehicle, exact, fen }): Share[] => {
    if (fen === 0n || !party.limits) return [];
    const paid = total(cells.flatMap((cell) => (cell.vehicle === vehicle ? cell.exact : [])));
    const figure = traced(exact, yuan('loss', loss.limbs[limb]), party.limits[limb], paid);
    return [{ vehicle, victim, limb, amount: fen, figure, insured: party.insures[limb] }];
  });
}
const limitOf = ({ limits }: Party, limb: Limb): Ratio => limits?.[limb].value ?? zero;

type Matrix = readonly (readonly Ratio[])[];
const at = (matrix: Matrix, v: number, j: number): Ratio => matrix[v]?.[j] ?? zero;
const column = (matrix: Matrix, j: number): Ratio => total(matrix.flatMap((row) => row[j] ?? []));

/** Exact payments, victims down, vehicles across. Ends: every round empties all losses or a limit. */
function filled(losses: readonly Ratio[], limits: readonly Ratio[], weights: Matrix): Matrix {
  let paid: Matrix = weights.map((row) => row.map(() => zero));
  for (;;) {
    const room = limits.map((limit, j) => minus(limit, column(paid, j)));
    const asked = losses.map((loss, v) =>
      split(
        minus(loss, total(paid[v] ?? [])),
        limits.map((_, j) => (isZero(room[j] ?? zero) ? zero : at(weights, v, j))),
      ),
    );
    if (asked.every((row) => row.every(isZero))) return paid;
    const granted = limits.map((_, j) => part(column(asked, j), room[j] ?? zero));
    paid = paid.map((row, v) => row.map((sum, j) => plus(sum, times(at(asked, v, j), granted[j] ?? zero))));
  }
}
function split(whole: Ratio, weights: readonly Ratio[]): readonly Ratio[] {
  const sum = total(weights);
  return weights.map((weight) => (isZero(sum) ? zero : over(times(whole, weight), sum)));
}
/** Which part of what is asked for there is room for. */
const part = (asked: Ratio, room: Ratio): Ratio => (compare(asked, room) <= 0 ? one : over(room, asked));

/** The figure behind one payment: the lesser of loss and limit, a share of the limit, or a share of the loss. */
function traced(value: Ratio, loss: Leaf, limit: Leaf, paid: Ratio): Figure {
  if (compare(value, lesser(loss.value, limit.value)) === 0) return least(loss, limit);
  const full = compare(paid, limit.value) === 0;
  const of = full ? limit : loss;
  return product(of, leaf('share', full ? 'shareOfLimit' : 'shareOfLoss', over(value, of.value)));
}
