/** Why an estimate's insurers pay less than the loss, as keys and values; the words are those of a settlement. */
import type { Difference, Differences } from './estimate.ts';
import type { TracedCut } from './explain.ts';
import { cutSayings, money, type Saying, say } from './sayings.ts';

export function estimateSayings(found: Differences): readonly Saying[] {
  if (found.status === 'unreconciled')
    return [say('unreconciled', { difference: found.problems[0]?.difference ?? '' })];
  if (found.status !== 'explained') return [say(`noEstimate.${found.status}`)];
  return [say('estimateHead'), ...found.differences.flatMap(differenceSayings), say('end')];
}

function differenceSayings({ victim, loss, paid, cuts, byCarrier }: Difference): Saying[] {
  const values = {
    to: say('to.victim', { id: victim }),
    loss: money(loss),
    paid: money(paid),
    cut: money(loss - paid),
  };
  if (loss === paid) return [say('estimateFull', { to: values.to, loss: values.loss })];
  return [
    say('estimateLine', values),
    ...cuts.flatMap((cut) => cutSayings(cut, stepSaying(cut))),
    ...(byCarrier === 0n ? [] : [say('byCarrier', { amount: money(byCarrier) })]),
  ];
}

function stepSaying({ amount, figure }: TracedCut): Saying {
  const [without, with_] = figure.kind === 'leaf' ? [] : figure.parts.map((part) => money(part.value.n / part.value.d));
  return say('estimateStep', { amount: money(amount), without: without ?? '', with: with_ ?? '' });
}
