/** What the form adds up to as far as it is filled in: an empty field is nothing, one that is no number counts as nothing. */
import { money } from '../../claims/figure.ts';
import { type Fen, parseYuan, sumFen } from '../../claims/money.ts';
import { type Draft, LIMBS } from './draft.ts';
import { yuanOf } from './read.ts';

const fenOf = (typed: string | undefined): Fen => {
  const yuan = yuanOf(typed ?? '');
  return /^\d+\.\d\d$/.test(yuan) ? parseYuan(yuan) : 0n;
};
const all = (rows: readonly { readonly amount: string }[]): Fen => sumFen(rows.map(({ amount }) => fenOf(amount)));

/** Two that have to be the same, and how far they are apart; `off` is empty where they are. */
interface Pair {
  readonly want: string;
  readonly got: string;
  readonly off: string;
}
const pair = (want: Fen, got: Fen): Pair => ({
  ...{ want: shown(want), got: shown(got), off: want === got ? '' : shown(want > got ? want - got : got - want) },
});
const shown = (fen: Fen): string => (fen < 0n ? `−${money(-fen)}` : money(fen));

export interface Sums {
  /** Of each line: asked − accepted, and what its reasons explain. */
  readonly lines: readonly Pair[];
  readonly asked: string;
  readonly accepted: string;
  readonly cut: string;
  /** What is accepted, and what the layers pay. */
  readonly layers: Pair;
  /** What is left to be paid after the insurer's own advances, and to whom it goes. */
  readonly payable: Pair;
  readonly advanced: string;
}

export function sumsOf({ lines, layers, advances, payable }: Draft): Sums {
  const [asked, accepted] = (['asked', 'accepted'] as const).map((name) =>
    sumFen(lines.map((line) => fenOf(line[name]))),
  ) as [Fen, Fen];
  const paid = sumFen([...LIMBS.map((limb) => fenOf(layers[`compulsory.${limb}`])), fenOf(layers.commercial)]);
  const before = all(advances.filter(({ by }) => by === 'insurer'));
  return {
    lines: lines.map((line) => pair(fenOf(line.asked) - fenOf(line.accepted), all(line.reasons))),
    ...{ asked: shown(asked), accepted: shown(accepted), cut: shown(asked - accepted), advanced: shown(before) },
    layers: pair(accepted, paid),
    payable: pair(accepted - before, all(payable)),
  };
}

/** In fen. */
export const acceptedFen = (draft: Draft): Fen => sumFen(draft.lines.map(({ accepted }) => fenOf(accepted)));
