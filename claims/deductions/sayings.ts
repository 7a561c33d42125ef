/** What a claimant reads: keys and values in order, no sentence. locales/<lang>/deductions.json has the words. */
import type { LawValue } from '../../law/types.ts';
import { dayOf, nameOf } from '../clocks/days.ts';
import type { ItemName, VictimOutcome } from '../compensation/case.ts';
import { type Figure, money, percent, printed } from '../figure.ts';
import { compare, isZero, minus, one, parseRatio, sumFen } from '../money.ts';
import type { Explanation, TracedCut, TracedLine } from './explain.ts';
import { partSayings } from './parts.ts';
import type { Settlement } from './settlement.ts';

/** A key of the locales; a value may be said in words itself, several are joined. */
export interface Saying {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Saying | readonly Saying[]>>;
}

export const say = (key: string, values: Saying['values'] = {}): Saying => ({ key: `deductions.${key}`, values });

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
export function cutSayings(cut: TracedCut, amount = amountSayings(cut)): Saying[] {
  const { reason, doubt, rests, missing } = cut;
  return [
    ...withFigures(cut, `reason.${reason.words ?? reason.code}`),
    ...(cut.also === undefined ? [] : [say(`also.${cut.also}`)]),
    ...amount,
    ...(doubt === undefined ? [] : withFigures(cut, `doubt.${doubt}`)),
    ...restsSayings(rests),
    ...paperSayings(cut),
    ...missing.map(({ date }) => say('missing', { date })),
    ...(reason.proves === 'nobody' ? [] : [say(`proves.${reason.proves}`)]),
    bearsSaying(cut),
    ...changesOf(cut).flatMap((name) => withFigures(cut, `change.${name}`)),
    ...(cut.toPerson ? [say('person')] : []),
  ];
}

const changesOf = ({ reason, also = '' }: TracedCut): readonly string[] =>
  reason.changes.filter((name) => !reason.notWith?.[also]?.includes(name));

/** What it stands on, where the amount was computed; else it is named with the amount. */
const paperSayings = ({ paper, byPaper }: TracedCut): Saying[] =>
  paper === undefined || byPaper ? [] : [say('paper', { paper })];

/** Whoever is liable owes beyond the limits by his share of fault only: it is said, with the share where it is known. */
function bearsSaying({ reason, bearer, share, sharedAlready, also }: TracedCut): Saying {
  if (also === 'stolen') return say('bearsThief');
  const own = reason.bearsAs?.[bearer];
  if (own !== undefined) return say(own);
  if (bearer === 'driver' && reason.wholly) return say('bearsWhole');
  if (bearer === 'driver' && sharedAlready) return say('bearsAlready');
  if (bearer !== 'driver' || share === undefined) return say(`bears.${bearer}`);
  if (isZero(share)) return say('bearsNone');
  return compare(share, one) >= 0 ? say('bearsWhole') : say('bearsByShare', { share: percent(share) });
}

export const restsSayings = (rests: readonly LawValue[]): Saying[] =>
  rests.length === 0 ? [] : [say('rests', { sources: once(rests).map(sourceSaying) })];

/** A saying that names a figure of law is left out where that figure is missing. */
export function withFigures({ figures }: Pick<TracedCut, 'figures'>, key: string): Saying[] {
  if (!(key in figures)) return [say(key)];
  const values = figures[key];
  return values ? [say(key, values)] : [];
}

function amountSayings({ amount, figure, byPaper, paper }: TracedCut): readonly Saying[] {
  const values = { amount: money(amount) };
  if (byPaper) return [paper === undefined ? say('amountOnly', values) : say('onPaper', { ...values, paper })];
  return [say('computed', { ...values, arithmetic: arithmetic(figure) }), say('parts', { parts: partSayings(figure) })];
}

/** The lesser of two is said in words. */
function arithmetic(figure: Figure): string | Saying {
  if (figure.kind !== 'least') return printed(figure);
  const [first = '', limit = ''] = figure.parts.map((part) => printed(part));
  return say('least', { first, limit });
}

const WEAKEST: readonly LawValue['mark'][] = ['unconfirmed', 'secondary', 'verified'];

/** One text is named once, with the weakest mark it carries here. */
export function once(rests: readonly LawValue[]): readonly LawValue[] {
  const weakest = (id: string) =>
    rests
      .filter(({ source }) => source.id === id)
      .toSorted((a, b) => WEAKEST.indexOf(a.mark) - WEAKEST.indexOf(b.mark))
      .slice(0, 1);
  return [...new Set(rests.map(({ source }) => source.id))].flatMap(weakest);
}

function sourceSaying({ source: { title: whole, short, article, number, dayUnread }, mark }: LawValue): Saying {
  const title = short ?? whole;
  // Clauses whose first day nobody has read are told with their edition: the policy in hand may be a later one.
  const named = dayUnread && number !== '' ? say('edition', { title, number }) : title;
  const values = { title: named, mark: say(`mark.${mark}`) };
  return article === undefined ? say('sourceWhole', values) : say('source', { ...values, article });
}

export function paymentSayings({ lines, layers, advances, payable }: Settlement): Saying[] {
  const outcome = outcomeOf(lines.map(({ item }) => item));
  const { commercial, compulsory } = layers;
  const parts = Object.entries(compulsory).filter(([, amount]) => /[1-9]/.test(amount));
  const row = (amount: string): string => money(BigInt(amount.replace('.', '')));
  return [
    ...parts.map(([limb, amount]) => say(`layer.${limb}`, { amount: row(amount) })),
    ...(/[1-9]/.test(commercial) ? [say('layer.commercial', { amount: row(commercial) })] : []),
    ...advances.map(({ by, amount }) => say(`advance.${by}`, { amount: row(amount) })),
    ...payable.map(({ to, amount }) => say('payable', { to: recipient(to, outcome), amount: row(amount) })),
  ];
}

const recipient = (to: string, outcome: VictimOutcome): Saying =>
  to === 'driver' || to === 'rescueFund' ? say(`to.${to}`) : toVictim(to, outcome);

/** Who was hurt, the family of who died, or who lost things only. */
export const toVictim = (id: string, outcome: VictimOutcome): Saying =>
  say(outcome === 'death' ? 'to.family' : outcome === 'property' ? 'to.owner' : 'to.victim', { id });

const OF_DEATH: readonly ItemName[] = ['death', 'funeral', 'familyExpenses'];
function outcomeOf(items: readonly ItemName[]): VictimOutcome {
  if (items.some((item) => OF_DEATH.includes(item))) return 'death';
  return items.every((item) => item === 'property') ? 'property' : 'injury';
}
