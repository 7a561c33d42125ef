/** Why an estimate's insurers pay less than the loss, as keys and values; the words are those of a settlement. */

import { money } from '../figure.ts';
import { parseYuan } from '../money.ts';
import type { Difference, Differences } from './estimate.ts';
import type { TracedCut } from './explain.ts';
import { cutSayings, type Saying, say, toVictim } from './sayings.ts';

export function estimateSayings(found: Differences): readonly Saying[] {
  if (found.status === 'unreconciled')
    return [say('unreconciled', { difference: found.problems[0]?.difference ?? '' })];
  if (found.status !== 'explained') return [say(`noEstimate.${found.status}`)];
  return [say('estimateHead'), ...found.differences.flatMap(differenceSayings), say('end')];
}

function differenceSayings(of: Difference): Saying[] {
  const { victim, outcome, loss, paid, cuts, byCarrier, tortfeasorOnly, costs } = of;
  const values = {
    to: toVictim(victim, outcome),
    loss: money(loss),
    paid: money(paid),
    cut: money(loss - paid),
  };
  if (loss === paid) return [say('estimateFull', { to: values.to, loss: values.loss }), ...advanceSayings(of)];
  return [
    say('estimateLine', values),
    ...cuts.flatMap((cut) => cutSayings(cut, [stepSaying(cut)])),
    ...(tortfeasorOnly === 0n
      ? []
      : [say('tortfeasorOnly', { amount: money(tortfeasorOnly), costs: costs.map((name) => say('cost', { name })) })]),
    ...(byCarrier === 0n ? [] : [say('byCarrier', { amount: money(byCarrier) })]),
    ...advanceSayings(of),
  ];
}

const advanceSayings = ({ advances }: Difference): Saying[] =>
  advances.map(({ by, amount }) => say(`advance.${by}`, { amount: money(parseYuan(amount)) }));

function stepSaying({ amount, figure }: TracedCut): Saying {
  const [without, with_] = figure.kind === 'leaf' ? [] : figure.parts.map((part) => money(part.value.n / part.value.d));
  return say('estimateStep', { amount: money(amount), without: without ?? '', with: with_ ?? '' });
}
