/** What a claimant reads: keys and values in order, no sentence. locales/<lang>/deductions.json has the words. */
import type { LawValue } from '../../law/types.ts';
import { dayOf, nameOf } from '../clocks/days.ts';
import { percent, printed, yuanShown } from '../figure.ts';
import { compare, type Fen, isZero, minus, one, parseRatio, ratio, sumFen } from '../money.ts';
import type { Explanation, TracedCut, TracedLine } from './explain.ts';
import type { Settlement } from './settlement.ts';

/** A key of the locales; a value may be said in words itself, several are joined. */
export interface Saying {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Saying | readonly Saying[]>>;
}

export const say = (key: string, values: Saying['values'] = {}): Saying => ({ key: `deductions.${key}`, values });
export const money = (fen: Fen): string => yuanShown(ratio(fen));

/** Unreconciled: one sentence, and no reason at all. */
export function sayings(explanation: Explanation): readonly Saying[] {
  if (explanation.status === 'unreconciled')
    return [say('unreconciled', { difference: explanation.problems[0]?.difference ?? '' })];
  const { settlement, lines, complaints, payWithin, sueWithin } = explanation;
  const { claim, version, at } = settlement;
  return [
    say('head', { claim, version, day: nameOf(dayOf(at, '/at')) }),
    ...faultSayings(settlement),
    ...lines.flatMap(lineSayings),
    togetherSaying(lines),
    ...paymentSayings(settlement),
    ...(payWithin === undefined ? [] : [say('payWithin', { days: payWithin })]),
    ...(sueWithin === undefined ? [] : [say('sueWithin', { years: sueWithin })]),
    explanation.toPerson && complaints !== undefined ? say('endPerson', { phone: complaints }) : say('end'),
  ];
}

/** What the fault share means here, said once; nothing where one side has all of it or none. */
function faultSayings({ layers }: Settlement): Saying[] {
  if (layers.fault === undefined) return [];
  const share = parseRatio(layers.fault);
  if (isZero(share) || compare(share, one) >= 0) return [];
  return [say('fault', { share: percent(share), rest: percent(minus(one, share)) })];
}

function togetherSaying(lines: readonly TracedLine[]): Saying {
  const [asked, accepted] = [sumFen(lines.map((row) => row.asked)), sumFen(lines.map((row) => row.accepted))];
  const values = { asked: money(asked), accepted: money(accepted) };
  return asked === accepted
    ? say('togetherFull', values)
    : say('together', { ...values, cut: money(asked - accepted) });
}

function lineSayings({ item, asked, accepted, cuts }: TracedLine): Saying[] {
  const values = { item: say(`item.${item}`), asked: money(asked), accepted: money(accepted) };
  if (cuts.length === 0) return [say('lineFull', values)];
  return [say('line', { ...values, cut: money(asked - accepted) }), ...cuts.flatMap((one) => cutSayings(one))];
}

/** What, how much and how, why it may not fit, on which texts, who shows it, who bears it, what would change it. */
export function cutSayings(cut: TracedCut, amount: Saying = amountSaying(cut)): Saying[] {
  const { reason, doubt, bearer, rests, missing } = cut;
  return [
    ...withFigures(cut, `reason.${reason.code}`),
    amount,
    ...(doubt === undefined ? [] : withFigures(cut, `doubt.${doubt}`)),
    ...(rests.length === 0 ? [] : [say('rests', { sources: once(rests).map(sourceSaying) })]),
    ...missing.map(({ parameter, date }) => say('missing', { parameter, date })),
    ...(reason.proves === 'nobody' ? [] : [say(`proves.${reason.proves}`)]),
    say(`bears.${bearer}`),
    ...reason.changes.flatMap((name) => withFigures(cut, `change.${name}`)),
    ...(cut.toPerson ? [say('person')] : []),
  ];
}

/** A saying that names a figure of law is left out where that figure is missing. */
function withFigures({ figures }: TracedCut, key: string): Saying[] {
  if (!(key in figures)) return [say(key)];
  const values = figures[key];
  return values ? [say(key, values)] : [];
}

function amountSaying({ amount, figure, byPaper, paper }: TracedCut): Saying {
  const values = { amount: money(amount) };
  if (!byPaper) return say('computed', { ...values, arithmetic: printed(figure) });
  return paper === undefined ? say('amountOnly', values) : say('onPaper', { ...values, paper });
}

/** One text is named once, with the weakest mark it carries here. */
function once(rests: readonly LawValue[]): readonly LawValue[] {
  return [...new Map(rests.map((one) => [one.source.id, one])).values()];
}

function sourceSaying({ source: { title, article }, mark }: LawValue): Saying {
  const values = { title, mark: say(`mark.${mark}`) };
  return article === undefined ? say('sourceWhole', values) : say('source', { ...values, article });
}

function paymentSayings({ layers, advances, payable }: Settlement): Saying[] {
  const { commercial, compulsory } = layers;
  const parts = Object.entries(compulsory).filter(([, amount]) => /[1-9]/.test(amount));
  const row = (amount: string): string => money(BigInt(amount.replace('.', '')));
  return [
    ...parts.map(([limb, amount]) => say(`layer.${limb}`, { amount: row(amount) })),
    ...(/[1-9]/.test(commercial) ? [say('layer.commercial', { amount: row(commercial) })] : []),
    ...advances.map(({ by, amount }) => say(`advance.${by}`, { amount: row(amount) })),
    ...payable.map(({ to, amount }) => say('payable', { to: recipient(to), amount: row(amount) })),
  ];
}

const recipient = (to: string): Saying | string =>
  to === 'driver' || to === 'rescueFund' ? say(`to.${to}`) : say('to.victim', { id: to });
