/** One item of one victim → its lines: rounded, with sources, or missing, not due, not supported. */
import { difference, type Figure, line, yuan } from '../figure.ts';
import { type Fen, lesser, parseYuan, roundHalfUp, share, sumFen, total } from '../money.ts';
import { type AskVictim, answered, sourcesFor, type Unanswered, writtenOf } from './ask.ts';
import { type Given, type ItemName, type Limb, listOf } from './case.ts';
import { ITEMS } from './items/index.ts';
import type { Entry, Item, Unpaid } from './items/item.ts';
import type { ItemOutcome, Row } from './outcome.ts';

/** Every claimed item of a victim, in the order of a bill. `askFor` makes the asker of an item. */
export const settleVictim = (items: Partial<Given>, askFor: (item: ItemName) => AskVictim): ItemOutcome[] =>
  ITEMS.flatMap((item) => {
    const given = items[item.name];
    return given === undefined ? [] : settled(item as Item, given, askFor(item.name));
  });

type Of = Pick<Row, 'victim' | 'item'> & { readonly name?: string };

function settled(item: Item, given: Given[ItemName], ask: AskVictim): ItemOutcome[] {
  const of = { victim: ask.victim.id, item: item.name };
  const { outcome } = ask.victim;
  if (item.outcomes && !item.outcomes.includes(outcome))
    return [{ ...of, status: 'notDue', reason: { key: 'estimate.notDue.outcome', values: { outcome } } }];
  const found = answered(() => {
    const limb = limbOf(item.name, ask);
    return lines(item.entries(given, ask), ask, { ...of, limb });
  });
  return 'value' in found ? found.value : [unpaid(of, ask.asker, found)];
}

/** The limb of the compulsory cover; undefined before there was one. Who pays is then missing, not the item. */
const limbOf = (item: ItemName, { then, asker }: AskVictim): Limb | undefined =>
  writtenOf(then, `limb.${item}`, asker) as Limb | undefined;

function unpaid(of: Of, asker: string, found: Unanswered): ItemOutcome {
  if ('notDue' in found) return { ...of, status: 'notDue', reason: found.notDue };
  return { ...of, status: 'missing', missing: [{ ...found.missing, victim: of.victim, item: of.item, asker }] };
}

function lines(entries: readonly (Entry | Unpaid)[], ask: AskVictim, of: Of & Pick<Row, 'limb'>): ItemOutcome[] {
  const paid = entries.filter((entry) => 'figure' in entry);
  const amounts = roundedOf(paid);
  const cuts = alreadyPaid(amounts, ask);
  const sources = sourcesFor(ask.then, [`item.${of.item}`], ask.asker);
  return entries.map((entry): ItemOutcome => {
    if (!('figure' in entry)) return unpaid({ victim: of.victim, item: of.item, name: entry.name }, ask.asker, entry);
    const i = paid.indexOf(entry);
    return row(entry, { ...of, sources }, amounts[i] ?? 0n, cuts[i] ?? 0n);
  });
}

function row(entry: Entry, of: Of & Pick<Row, 'limb' | 'sources'>, amount: Fen, cut: Fen): ItemOutcome {
  const figure: Figure = cut > 0n ? difference(entry.figure, yuan('paidByOthers', cut)) : entry.figure;
  const written = { ...line(figure), amount: amount - cut };
  const { bearer = 'compulsory', limb = of.limb, byRatio = true, name } = entry;
  return { ...of, ...(name ? { name } : {}), status: 'amount', line: written, bearer, limb, byRatio };
}

/** What others paid for this item comes off its lines, one after the other, never below zero. */
function alreadyPaid(amounts: readonly Fen[], { victim, ...ask }: AskVictim): Fen[] {
  const paid = listOf(victim.paidByOthers).filter((one) => one.item === ask.asker);
  let left = sumFen(paid.map((one) => parseYuan(one.amount)));
  if (left > 0n) ask.note('estimate.assumption.paidByOthers', { item: ask.asker });
  // Whether a work-injury fund's payments count for more than treatment differs by region.
  const beyond = ask.asker !== 'medical' && paid.some((one) => one.by === 'workInjury');
  if (beyond && writtenOf(ask.now, 'practice.workInjury', ask.asker) === 'medicalOnly')
    ask.note('estimate.assumption.workInjury', { item: ask.asker });
  return amounts.map((amount) => {
    const cut = lesser(left, amount);
    left -= cut;
    return cut;
  });
}

/** Each line for itself; lines under one cap as shares of their sum. */
function roundedOf(entries: readonly Entry[]): Fen[] {
  const values = entries.map((entry) => entry.figure.value);
  if (!entries[0]?.together) return entries.map((entry) => line(entry.figure).amount);
  const names = entries.map((entry) => entry.name ?? '');
  return share(roundHalfUp(total(values)), values, names);
}
