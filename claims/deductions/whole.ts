/** The whole of a settlement before its parts: what was asked, what was accepted, and who pays or bears every yuan of it. Fen. */
import { type Fen, parseYuan, sumFen } from '../money.ts';
import type { TracedCut, TracedLine } from './explain.ts';
import type { Bearer, Settlement } from './settlement.ts';

/** The insurances that pay what is accepted; then whoever bears what is not. */
export type Payer = 'compulsory' | 'commercial' | Bearer;

export interface Whole {
  readonly asked: Fen;
  readonly accepted: Fen;
  readonly cut: Fen;
  /** Their sum is what was asked, to the fen. */
  readonly payers: readonly { readonly who: Payer; readonly amount: Fen }[];
}

const ORDER: readonly Payer[] = [
  ...(['compulsory', 'commercial', 'driver', 'compulsoryInsurer', 'commercialInsurer'] as const),
  ...(['fund', 'court', 'nobody', 'victim'] as const),
];

export function wholeOf({ layers }: Settlement, lines: readonly TracedLine[]): Whole {
  const [asked, accepted] = [sumFen(lines.map((one) => one.asked)), sumFen(lines.map((one) => one.accepted))];
  const borne = lines.flatMap(({ cuts }) => cuts).map(({ bearer, amount }) => ({ who: bearer, amount }));
  const rows: Whole['payers'] = [
    { who: 'compulsory', amount: sumFen(Object.values(layers.compulsory).map(parseYuan)) },
    { who: 'commercial', amount: parseYuan(layers.commercial) },
    ...borne,
  ];
  const payers = ORDER.map((who) => ({
    who,
    amount: sumFen(rows.flatMap((row) => (row.who === who ? row.amount : []))),
  }));
  return { asked, accepted, cut: asked - accepted, payers: payers.filter(({ amount }) => amount !== 0n) };
}

/** A reason of a line, by the number with which people speak of it. */
export interface NumberedCut {
  readonly n: number;
  readonly line: TracedLine;
  readonly cut: TracedCut;
}

/** In the order of the settlement; it stays while that version stands. */
export const numberedCuts = (lines: readonly TracedLine[]): readonly NumberedCut[] =>
  lines.flatMap((line) => line.cuts.map((cut) => ({ line, cut }))).map((one, i) => ({ n: i + 1, ...one }));
