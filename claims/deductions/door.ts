/** What a settlement must be beside its sums: shares, limits of the day, and who gets back what he advanced. */
import type { Law } from '../../law/types.ts';
import { compare, type Fen, lesser, one, parseRatio, parseYuan, sumFen, yuanText } from '../money.ts';
import { limitName } from './basis.ts';
import { bearerOf } from './reasons/index.ts';
import { layerSum, type Problem, type RuleName, type Settlement, sumOf } from './settlement.ts';

export const doorProblems = (of: Settlement, law: Law): Problem[] => [
  ...shareProblems(of),
  ...limitProblems(of, law),
  ...excessProblems(of),
  ...payeeProblems(of),
  ...advanceProblems(of),
];

const shareProblems = ({ layers }: Settlement): Problem[] =>
  (['fault', 'deductibleRate'] as const).flatMap((name) => {
    const share = layers[name];
    if (share === undefined || compare(parseRatio(share), one) <= 0) return [];
    return [{ pointer: `/layers/${name}`, expected: 'a share of at most 1', rule: { name: 'share', values: {} } }];
  });

/** Compulsory insurance pays no more than its limit; a limit that is not on file is no reason to refuse. */
function limitProblems(of: Settlement, law: Law): Problem[] {
  const { accidentDate, layers, lines } = of;
  if (accidentDate === undefined) return [];
  const cuts = lines.flatMap((line) => line.reasons);
  const atFault = cuts.flatMap(({ basis }) => basis?.atFault ?? [])[0];
  return Object.entries(layers.compulsory).flatMap(([limb, amount]) => {
    const limit = law.at(accidentDate).get(limitName(limb, atFault, of), 'claims/deductions');
    if (limit.status === 'missing') return [];
    const [paid, most] = [parseYuan(amount), parseYuan(limit.value)];
    const what = `the limit on ${accidentDate}`;
    return within({ pointer: `/layers/compulsory/${limb}`, what, least: 'limit', most: 'limit' }, paid, 0n, most);
  });
}

/** What lies beyond compulsory insurance is a part of what the line asks for. */
const excessProblems = ({ lines }: Settlement): Problem[] =>
  lines.flatMap(({ asked, reasons }, i) =>
    reasons.flatMap(({ basis }, j) => {
      const pointer = `/lines/${i}/reasons/${j}/basis/excess`;
      const [got, most] = [parseYuan(basis?.excess ?? '0.00'), parseYuan(asked)];
      return within({ pointer, what: 'what the line asks for', least: 'excess', most: 'excess' }, got, 0n, most);
    }),
  );

function payeeProblems({ victim, payable }: Settlement): Problem[] {
  const known = [victim, 'driver', 'rescueFund'];
  return payable.flatMap(({ to }, i) =>
    known.includes(to)
      ? []
      : [{ pointer: `/payable/${i}/to`, expected: `one of: ${known.join(', ')}`, rule: { name: 'payee', values: {} } }],
  );
}

/** The fund gets all of its advance back, as far as there is money; the driver what is more than he bears himself. */
function advanceProblems({ lines, layers, advances, payable }: Settlement): Problem[] {
  const by = (who: string): Fen => sumOf(advances.filter((row) => row.by === who));
  const to = (who: string): Fen => sumOf(payable.filter((row) => row.to === who));
  const left = layerSum(layers) - by('insurer');
  const fund = lesser(by('rescueFund'), atLeastNothing(left));
  const cuts = lines.flatMap((line) => line.reasons);
  const his = sumFen(cuts.map((cut) => (bearerOf(cut) === 'driver' ? parseYuan(cut.amount) : 0n)));
  const back = atLeastNothing(lesser(by('driver') - his, left - fund));
  return [...within(FUND, to('rescueFund'), fund, fund), ...within(DRIVER, to('driver'), back, by('driver'))];
}
const atLeastNothing = (fen: Fen): Fen => (fen < 0n ? 0n : fen);

interface Bounded {
  readonly pointer: string;
  readonly what: string;
  /** What it is called below and above. */
  readonly least: RuleName;
  readonly most: RuleName;
}
const FUND: Bounded = {
  ...{ pointer: '/payable', what: 'what goes back to the rescue fund', least: 'fundLeast', most: 'fundMost' },
};
const DRIVER: Bounded = {
  ...{ pointer: '/payable', what: 'what goes back to the driver', least: 'driverLeast', most: 'driverMost' },
};

function within({ pointer, what, ...names }: Bounded, got: Fen, least: Fen, most: Fen): Problem[] {
  if (got >= least && got <= most) return [];
  const [bound, word, name] = got < least ? [least, 'at least', names.least] : [most, 'at most', names.most];
  return [
    {
      pointer,
      expected: `${what}: ${word} ${yuanText(bound)}, not ${yuanText(got)}`,
      difference: yuanText(got - bound),
      rule: { name, values: { bound: yuanText(bound), got: yuanText(got) } },
    },
  ];
}
