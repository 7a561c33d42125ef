/**
 * Why the insurers pay less than the loss in an estimate: for each victim a traced line a reason, and a remainder that
 * is the victim's own share of fault (or falls on whoever carried him). To the fen, or nothing is explained.
 */
import type { Law } from '../../law/types.ts';
import { type Advance, type Case, RECOURSE, type Victim, type VictimOutcome } from '../compensation/case.ts';
import { type Estimate, estimate } from '../compensation/estimate.ts';
import { difference, yuan } from '../figure.ts';
import { type Fen, largest, one, parseYuan, sumFen, yuanText } from '../money.ts';
import { lawOf, type TracedCut } from './explain.ts';
import { reasonOf } from './reasons/index.ts';
import { onlyHis, paidRides, RELAXATIONS, TORTFEASOR_ONLY } from './relaxed.ts';
import type { Problem } from './settlement.ts';

export interface Difference {
  readonly victim: string;
  /** The whole loss, what others have paid already included. */
  readonly loss: Fen;
  readonly paid: Fen;
  readonly cuts: readonly TracedCut[];
  /** What nobody's third-party insurance pays because it is owed by the vehicle that carried the victim. */
  readonly byCarrier: Fen;
  /** What no insurance takes (copies, a lawyer), and what it was for. */
  readonly tortfeasorOnly: Fen;
  readonly costs: readonly string[];
  readonly outcome: VictimOutcome;
  readonly advances: readonly Advance[];
}
export type Differences =
  | { readonly status: 'explained'; readonly differences: readonly Difference[] }
  | { readonly status: 'unreconciled'; readonly problems: readonly Problem[] }
  /** The estimate itself gives no amount; what it lacks. */
  | { readonly status: Exclude<Estimate['status'], 'amount'>; readonly missing: Estimate['missing'] };

export function explainEstimate(of: Case, law: Law): Differences {
  const done = estimate(of, law);
  if (done.status !== 'amount') return { status: done.status, missing: done.missing };
  const steps = stepsOf(of, yuanText(done.layers?.total ?? 0n)).map((one) => estimate(one, law));
  const found = of.victims.map((victim) => differenceOf(victim, of, steps, law));
  const problems = found.flatMap((one) => ('pointer' in one ? [one] : []));
  if (problems.length > 0) return { status: 'unreconciled', problems };
  return { status: 'explained', differences: found.filter((one) => 'cuts' in one) };
}

/** The case, then without one more reason each time; the last has no free ride either, and only fault is left. */
function stepsOf(of: Case, enough: string): readonly Case[] {
  const steps = [of];
  let last = of;
  for (const { without } of RELAXATIONS) {
    last = without(last, enough);
    steps.push(last);
  }
  return [...steps, paidRides(last)];
}

type Row = { readonly victim: string; readonly amount: Fen };
const add = (victim: string, ...rows: (readonly Row[] | undefined)[]): Fen =>
  sumFen(rows.flatMap((all) => (all ?? []).filter((row) => row.victim === victim).map((row) => row.amount)));

/** One step down from the loss to what insurance pays; `byCarrier` is no reason of the 24. */
interface Step {
  readonly code: string;
  readonly amount: Fen;
}

function differenceOf(person: Victim, of: Case, estimates: readonly Estimate[], law: Law): Difference | Problem {
  const victim = person.id;
  const layers = estimates.map((one) => one.layers);
  const paid = layers.map((one) => add(victim, one?.compulsory, one?.commercial));
  const [free, without] = layers.slice(-2);
  const [bears, own] = [add(victim, free?.victimBears), add(victim, without?.victimBears)];
  const fund = paidByOthers(victim, of);
  const loss = fund + (paid.at(-2) ?? 0n) + add(victim, free?.tortfeasor) + bears;
  const down: readonly Step[] = [
    { code: 'paidByFund', amount: fund },
    { code: 'faultRatio', amount: own },
    { code: 'gratuitousRide', amount: bears - own },
    { code: BY_CARRIER, amount: add(victim, free?.tortfeasor) },
    ...RELAXATIONS.map(({ code }, i) => ({ code, amount: (paid[i + 1] ?? 0n) - (paid[i] ?? 0n) })).toReversed(),
  ];
  const steps = withoutFens(down);
  const below = steps.find((one) => one.amount < 0n);
  if (below) return problem(victim, below.code, below.amount);
  const left = loss - sumFen(steps.map((one) => one.amount)) - (paid[0] ?? 0n);
  if (left !== 0n) return problem(victim, 'loss', left);
  const step = (code: string): Fen => steps.find((one) => one.code === code)?.amount ?? 0n;
  const beside = { byCarrier: step(BY_CARRIER), tortfeasorOnly: step(TORTFEASOR_ONLY), ...told(person, of) };
  return { victim, loss, paid: paid[0] ?? 0n, ...beside, cuts: cutsOf(loss, steps, law, of) };
}

const told = ({ id, outcome, items }: Victim, { advances = [] }: Case) => ({
  outcome,
  costs: (items.other ?? []).filter(onlyHis).map(({ name }) => name),
  advances: advances.filter(({ victim }) => victim === id),
});

const BY_CARRIER = 'byCarrier';
const NO_REASONS: readonly string[] = [BY_CARRIER, TORTFEASOR_ONLY];
const problem = (victim: string, code: string, off: Fen): Problem => ({
  pointer: `/victims/${victim}/${code}`,
  expected: 'the reasons are the whole way from the loss to what is paid, none below zero',
  difference: yuanText(off),
});
const paidByOthers = (id: string, { victims }: Case): Fen =>
  sumFen(victims.flatMap((v) => (v.id === id ? (v.paidByOthers ?? []).map((one) => parseYuan(one.amount)) : [])));

/** Each estimate rounds for itself, so a step may come out a fen or two below zero: the largest step takes them. */
function withoutFens(steps: readonly Step[]): readonly Step[] {
  const fens = steps.filter(({ amount }) => amount < 0n && amount >= -2n);
  const at = largest(
    steps.map((one) => one.amount),
    steps.map((one) => one.code),
  );
  const off = sumFen(fens.map((one) => one.amount));
  return steps.map((one, i) =>
    fens.includes(one) ? { ...one, amount: 0n } : i === at ? { ...one, amount: one.amount + off } : one,
  );
}

/** From the loss downwards: how much there is without the reason, and how much with it. */
function cutsOf(loss: Fen, steps: readonly Step[], law: Law, { asOf, region, vehicles }: Case): readonly TracedCut[] {
  const now = law.at(asOf, region);
  const recourse = vehicles.some(({ exclusion }) => exclusion !== undefined && RECOURSE.includes(exclusion));
  let left = loss;
  return steps.flatMap(({ code, amount }) => {
    const before = left;
    left -= amount;
    if (amount === 0n || NO_REASONS.includes(code)) return [];
    const reason = reasonOf(code);
    const figure = difference(yuan('without', before), yuan('with', left));
    const also = code === 'exclusion' && recourse ? 'recourse' : undefined;
    // Fault was taken off before: what is left is all of it owed by whoever bears it.
    const plain = {
      byPaper: false,
      paper: undefined,
      doubt: undefined,
      missing: [],
      also,
      share: one,
      sharedAlready: false,
    };
    const { bearer, alwaysPerson: toPerson } = reason;
    return [{ reason, amount, figure, bearer, toPerson, ...plain, ...lawOf(reason, now, also) }];
  });
}
