/** Exact payments → fen, so that shares of a used-up limit add up to it and nobody is paid more than he lost. */
import { compare, type Fen, type Ratio, ratio, roundHalfUp, share, sumFen, total, zero } from '../money.ts';

type Exact = readonly (readonly Ratio[])[];

export function rounded(
  exact: Exact,
  losses: readonly Fen[],
  limits: readonly Ratio[],
  names: readonly string[],
): Fen[][] {
  const fen = exact.map((row) => row.map(roundHalfUp));
  const used = limits.map((limit, j) => compare(total(exact.map((row) => row[j] ?? zero)), limit) === 0);
  used.forEach((full, j) => {
    if (full) sharesOfLimit(fen, exact, j, roundHalfUp(limits[j] ?? zero), names);
  });
  losses.forEach((loss, v) => {
    if (compare(total(exact[v] ?? []), ratio(loss)) === 0) restOfLoss(fen, exact, v, loss, used);
  });
  losses.forEach((loss, v) => {
    for (let over = sumFen(fen[v] ?? []) - loss; over > 0n; over--) giveBack(fen, losses, v);
  });
  return fen;
}

function sharesOfLimit(fen: Fen[][], exact: Exact, j: number, limit: Fen, names: readonly string[]): void {
  share(
    limit,
    exact.map((row) => row[j] ?? zero),
    names,
  ).forEach((amount, v) => {
    const row = fen[v];
    if (row) row[j] = amount;
  });
}

/** A loss that is paid in full: the vehicles with room pay what those without left of it. */
function restOfLoss(fen: Fen[][], exact: Exact, v: number, loss: Fen, used: readonly boolean[]): void {
  const row = fen[v] ?? [];
  const fixed = sumFen(row.filter((_, j) => used[j]));
  const open = row.flatMap((_, j) => (used[j] ? [] : [j]));
  const weights = open.map((j) => exact[v]?.[j] ?? zero);
  share(loss - fixed, weights, open.map(String)).forEach((amount, i) => {
    const j = open[i];
    if (j !== undefined) row[j] = amount;
  });
}

/** One fen too much: it goes to somebody the same vehicle still owes one, else it is not paid. */
function giveBack(fen: Fen[][], losses: readonly Fen[], v: number): void {
  const row = fen[v] ?? [];
  const short = fen.findIndex((other, u) => u !== v && sumFen(other) < (losses[u] ?? 0n));
  const shared = row.findIndex((amount, j) => amount > 0n && (fen[short]?.[j] ?? 0n) > 0n);
  const j = shared >= 0 ? shared : row.findIndex((amount) => amount > 0n);
  row[j] = (row[j] ?? 0n) - 1n;
  const gains = fen[short];
  if (shared >= 0 && gains) gains[j] = (gains[j] ?? 0n) + 1n;
}
