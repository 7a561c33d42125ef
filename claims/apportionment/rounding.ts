/** Exact payments → fen: shares of a used-up limit add up to it, no limit is exceeded, nobody is paid more than he lost. */
import { compare, type Fen, lessened, type Ratio, ratio, share, sumFen, total } from '../money.ts';

/** What one vehicle pays one victim; more than nothing. */
export interface Cell {
  readonly victim: string;
  readonly vehicle: string;
  readonly exact: Ratio;
  /** As it is written. */
  fen: Fen;
}
type Sums = ReadonlyMap<string, Fen>;

/** In which order the victims stand changes nothing. */
export function round(given: readonly Cell[], losses: Sums, limits: Sums): void {
  const victims = [...losses].sort(([a], [b]) => (a < b ? -1 : 1));
  const cells = victims.flatMap(([victim]) => given.filter((cell) => cell.victim === victim));
  const used = new Set<string>();
  for (const [vehicle, limit] of limits) {
    const its = cells.filter((cell) => cell.vehicle === vehicle);
    if (compare(exactOf(its), ratio(limit)) === 0) used.add(vehicle);
    write(its, share(limit, weights(its), names(its)));
  }
  // Where a vehicle has room left, everybody it pays is paid in full: that is written here, over its shares.
  for (const [victim, loss] of victims) payRest(of(victim, cells), loss, used);
  for (const [vehicle, limit] of limits) {
    const its = cells.filter((cell) => cell.vehicle === vehicle);
    write(its, lessened(fenOf(its), sumFen(fenOf(its)) - limit, names(its)));
  }
  for (const [victim, loss] of victims)
    for (let over = sumFen(fenOf(of(victim, cells))) - loss; over > 0n; over--)
      giveBack(
        of(victim, cells).filter((cell) => cell.fen > 0n),
        cells.filter((cell) => sumFen(fenOf(of(cell.victim, cells))) < (losses.get(cell.victim) ?? 0n)),
      );
}

const of = (victim: string, cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell.victim === victim);
const weights = (cells: readonly Cell[]): Ratio[] => cells.map(({ exact }) => exact);
const names = (cells: readonly Cell[]): string[] => cells.map(({ victim }) => victim);
const fenOf = (cells: readonly Cell[]): Fen[] => cells.map(({ fen }) => fen);
const exactOf = (cells: readonly Cell[]): Ratio => total(weights(cells));
const write = (cells: readonly Cell[], amounts: readonly Fen[]): void =>
  cells.forEach((cell, i) => {
    cell.fen = amounts[i] ?? 0n;
  });

/** The vehicles with room pay what those without left of a loss. */
function payRest(cells: readonly Cell[], loss: Fen, used: ReadonlySet<string>): void {
  const open = cells.filter((cell) => !used.has(cell.vehicle));
  const paid = sumFen(fenOf(cells.filter((cell) => used.has(cell.vehicle))));
  write(
    open,
    share(
      paid < loss ? loss - paid : 0n,
      weights(open),
      open.map(({ vehicle }) => vehicle),
    ),
  );
}

/** One fen too much: the same vehicle pays it to somebody who is short of one, else it is not paid. */
function giveBack(his: readonly Cell[], short: readonly Cell[]): void {
  const taker = (cell: Cell): Cell | undefined => short.find((other) => other.vehicle === cell.vehicle);
  const from = his.find(taker) ?? his[0];
  if (!from) return;
  from.fen -= 1n;
  const to = taker(from);
  if (to) to.fen += 1n;
}
