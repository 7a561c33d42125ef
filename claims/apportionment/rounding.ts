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
interface Person {
  readonly loss: Fen;
  readonly cells: readonly Cell[];
}

/**
 * Writes the fen; answers with the vehicles whose limit is used up. The cells are taken by the victim's name, so that of
 * equals the first by name is meant, in whatever order they come.
 */
export function round(given: readonly Cell[], losses: Sums, limits: Sums): ReadonlySet<string> {
  const people = peopleOf(given, losses);
  const vehicles = [
    ...Map.groupBy(
      people.flatMap(({ cells }) => cells),
      ({ vehicle }) => vehicle,
    ),
  ].map(([vehicle, cells]) => ({ vehicle, cells, limit: limits.get(vehicle) ?? 0n }));
  const used = new Set<string>();
  for (const { vehicle, cells, limit } of vehicles) {
    if (compare(total(weights(cells)), ratio(limit)) === 0) used.add(vehicle);
    write(cells, share(limit, weights(cells), []));
  }
  // Where a vehicle has room left, everybody it pays is paid in full: that is written here, over its shares.
  for (const person of people) payRest(person, used);
  for (const { cells, limit } of vehicles) write(cells, lessened(fenOf(cells), paidIn(cells) - limit, []));
  for (const person of people)
    for (let over = paidIn(person.cells) - person.loss; over > 0n; over--) giveBack(person, people);
  return used;
}

function peopleOf(given: readonly Cell[], losses: Sums): readonly Person[] {
  const byName = [...Map.groupBy(given, ({ victim }) => victim)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.map(([victim, cells]) => ({ cells, loss: losses.get(victim) ?? 0n }));
}
const weights = (cells: readonly Cell[]): Ratio[] => cells.map(({ exact }) => exact);
const fenOf = (cells: readonly Cell[]): Fen[] => cells.map(({ fen }) => fen);
const paidIn = (cells: readonly Cell[]): Fen => sumFen(fenOf(cells));
const write = (cells: readonly Cell[], amounts: readonly Fen[]): void =>
  cells.forEach((cell, i) => {
    cell.fen = amounts[i] ?? 0n;
  });

/** The vehicles with room pay what those without left of a loss. */
function payRest({ cells, loss }: Person, used: ReadonlySet<string>): void {
  const open = cells.filter((cell) => !used.has(cell.vehicle));
  const paid = paidIn(cells.filter((cell) => used.has(cell.vehicle)));
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
function giveBack({ cells }: Person, people: readonly Person[]): void {
  const short = people.filter((other) => paidIn(other.cells) < other.loss).flatMap((other) => other.cells);
  const his = cells.filter((cell) => cell.fen > 0n);
  const taker = (cell: Cell): Cell | undefined => short.find((other) => other.vehicle === cell.vehicle);
  const from = his.find(taker) ?? his[0];
  if (!from) return;
  from.fen -= 1n;
  const to = taker(from);
  if (to) to.fen += 1n;
}
