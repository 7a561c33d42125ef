/** An estimate as other programs read it: money as text, formulas printed from the trace, sources by name. */
import type { Law } from '../../law/types.ts';
import { type Figure, printed, sourcesOf, type Wording } from '../figure.ts';
import { roundHalfUp, yuanText } from '../money.ts';
import type { Estimate } from './estimate.ts';
import type { ItemOutcome } from './outcome.ts';

type Json = Readonly<Record<string, unknown>>;
/** How a key and its values become a sentence; the contract wants assumptions as text. */
export type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

export function resultOf(estimate: Estimate, law: Law, say: Say): Json {
  const { status, items, layers, missing, assumptions, regime, used } = estimate;
  const unconfirmed = used.filter((value) => value.mark === 'unconfirmed').map((value) => value.parameter);
  const rows = items.map((item) => itemOf(item, law, say));
  const told = { missing, assumptions: assumptions.map(({ key, values }) => say(key, values)), unconfirmed, regime };
  if (!layers) return { status, items: rows, ...told };
  const money = <T extends { readonly amount: bigint }>(all: readonly T[], pick: (row: T) => Json): Json[] =>
    all.filter((row) => row.amount !== 0n).map((row) => ({ ...pick(row), amount: yuanText(row.amount) }));
  return {
    status,
    items: rows,
    compulsory: money(layers.compulsory, ({ vehicle, victim, limb }) => ({ vehicle, victim, limb })),
    commercial: money(layers.commercial, ({ vehicle, victim, policy }) => ({ vehicle, victim, policy })),
    tortfeasor: money(layers.tortfeasor, ({ vehicle, victim }) => ({ vehicle, victim })),
    victimBears: money(layers.victimBears, ({ victim }) => ({ victim })),
    total: yuanText(layers.total),
    payable: money(layers.payable, ({ from, vehicle, to }) => ({ from, vehicle, to })),
    ...told,
  };
}

/** Plain numbers; the lesser of two is said in words. */
const readable = (say: Say): Wording => ({
  leaf: (shown) => shown,
  least: ([first = '', limit = '']) => say('estimate.leastOf', { first, limit }),
});

function itemOf(item: ItemOutcome, law: Law, say: Say): Json {
  const { victim, item: name, name: called, status } = item;
  const of = { victim, item: name, ...(called === undefined ? {} : { name: called }), status };
  if (item.status === 'missing') return { ...of, missing: item.missing };
  if (item.status !== 'amount') return { ...of, reason: say(item.reason.key, item.reason.values) };
  const { amount, figure, rounded } = item.line;
  const sources = [...new Set([...item.sources, ...sourcesOf(figure)])];
  const steps = [printed(figure, readable(say)), ...roundingOf(amount, figure, rounded).map((key) => say(key, {}))];
  return { ...of, amount: yuanText(amount), steps, sources: sources.map((id) => citation(id, law)) };
}

/** Rounded half up, or a fen more or less so that lines under one sum add up to it; nothing where it comes out even. */
function roundingOf(amount: bigint, figure: Figure, rounded: boolean): readonly string[] {
  if (amount !== roundHalfUp(figure.value)) return ['estimate.shared'];
  return rounded ? ['estimate.rounded'] : [];
}

/** `RS22-12 最高人民法院…解释 法释〔2022〕14号 12`; what came with the case stays `given`. */
export function citation(id: string, law: Law): string {
  const source = law.source(id);
  return source ? [id, source.title, source.number, source.article].filter(Boolean).join(' ') : id;
}
