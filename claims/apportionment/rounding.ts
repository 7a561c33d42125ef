/** Exact payments → fen: shares of a used-up limit add up to it, no limit is exceeded, nobody is paid more than he lost. */
import { compare, type Fen, lessened, type Ratio, ratio, roundHalfUp, share, sumFen, total } from '../money.ts';

type Table<T> = readonly (readonly T[])[];

/** Victims down, vehicles across. Which order the victims stand in changes nothing. */
export function rounded(exact: Table<Ratio>, losses: readonly Fen[], limits: readonly Fen[], names: readonly string[]) {
  const fen = exact.map((row) => row.map(roundHalfUp));
  const used = limits.map((limit, j) => compare(total(column(exact, j)), ratio(limit)) === 0);
  limits.forEach((limit, j) => {
    if (used[j]) setColumn(fen, j, share(limit, column(exact, j), names));
  });
  losses.forEach((loss, v) => {
    if (compare(total(exact[v] ?? []), ratio(loss)) === 0) restOfLoss(fen, exact, v, loss, used);
  });
  limits.forEach((limit, j) => {
    const paid = column(fen, j);
    setColumn(fen, j, lessened(paid, sumFen(paid) - limit, names));
  });
  const byName = names.map((_, v) => v).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  for (const v of byName) while (sumFen(fen[v] ?? []) > (losses[v] ?? 0n)) giveBack(fen, exact, losses, v, byName);
  return fen;
}

const column = <T>(table: Table<T>, j: number): T[] => table.flatMap((row) => row[j] ?? []);
const setColumn = (fen: Fen[][], j: number, amounts: readonly Fen[]): void =>
  amounts.forEach((amount, v) => {
    fen[v]?.splice(j, 1, amount);
  });

/** A loss that is paid in full: the vehicles with room pay what those without left of it. */
function restOfLoss(fen: Fen[][], exact: Table<Ratio>, v: number, loss: Fen, used: readonly boolean[]): void {
  const row = fen[v] ?? [];
  const left = loss - sumFen(row.filter((_, j) => used[j]));
  const open = row.flatMap((_, j) => (used[j] ? [] : [j]));
  const weights = open.flatMap((j) => exact[v]?.[j] ?? []);
  share(left > 0n ? left : 0n, weights, open.map(String)).forEach((amount, i) => {
    row.splice(open[i] ?? 0, 1, amount);
  });
}

/** One fen too much: the same vehicle pays it to somebody who is short of one, else it is not paid. */
function giveBack(fen: Fen[][], exact: Table<Ratio>, losses: readonly Fen[], v: number, byName: readonly number[]) {
  const short = byName.filter((u) => sumFen(fen[u] ?? []) < (losses[u] ?? 0n));
  const takers = (j: number): number[] => short.filter((u) => (exact[u]?.[j]?.n ?? 0n) > 0n);
  const payers = (fen[v] ?? []).flatMap((amount, j) => (amount > 0n ? [j] : []));
  const from = payers.find((j) => takers(j).length > 0) ?? payers[0] ?? 0;
  const add = (u: number, by: Fen): void => {
    fen[u]?.splice(from, 1, (fen[u][from] ?? 0n) + by);
  };
  add(v, -1n);
  takers(from)
    .slice(0, 1)
    .forEach((u) => {
      add(u, 1n);
    });
}
