/** Stretches of an item: a sum, or a time at a rate and for so many persons; several are added up and rounded once. */
import type { Day } from '../../law/types.ts';
import { difference, type Figure, leaf, least, nothing, product, quotient, sum, yuan } from '../figure.ts';
import { compare, parseRatio, parseYuan, ratio } from '../money.ts';
import { type AskVictim, fact, figureOf, notDue } from './ask.ts';
import { listOf, type Part, type Parts } from './case.ts';

/** `rateId` is where a daily rate comes from when the case gives none; without it the sum itself is missing. */
export function partsFigure(ask: AskVictim, given: Parts, rateId: string | undefined): Figure {
  const [first, ...rest] = listOf<Part>(given).flatMap((part) => partFigure(ask, part, rateId) ?? []);
  return first ? sum(first, ...rest) : notDue('estimate.notDue.noDays');
}

/** Undefined: none of its days counts. */
function partFigure(ask: AskVictim, part: Part, rateId: string | undefined): Figure | undefined {
  if (part.amount !== undefined) return yuan('amount', parseYuan(part.amount));
  const factors = [...personsOf(part), ...dependenceOf(part)];
  if (part.months !== undefined)
    return product(monthly(part), leaf('months', 'months', ratio(part.months)), ...factors);
  if (part.years !== undefined) return product(yearly(part), yearsOf(ask, part.years), ...factors);
  const [rate, days] = [daily(ask, part, rateId), daysOf(ask, part)];
  return days === undefined ? undefined : product(rate, leaf('days', 'days', ratio(days)), ...factors);
}

function daily(ask: AskVictim, part: Part, rateId: string | undefined): Figure {
  if (part.perDay !== undefined) return yuan('perDay', parseYuan(part.perDay));
  if (part.perYear === undefined && part.lastYears === undefined)
    return figureOf(ask.now, fact(rateId, 'amount'), ask.asker, 'perDay');
  return quotient(yearly(part), figureOf(ask.now, 'calendar.daysPerYear', ask.asker, 'daysPerYear'));
}

function yearly({ perYear, lastYears }: Part): Figure {
  if (perYear !== undefined) return yuan('perYear', parseYuan(perYear));
  const years = fact(lastYears, 'perYear').map((text) => yuan('perYear', parseYuan(text)));
  return quotient(sum(years[0] ?? nothing, ...years.slice(1)), leaf('plain', 'yearsCounted', ratio(years.length)));
}

function monthly({ perMonth, stillPaid }: Part): Figure {
  const before = yuan('perMonth', parseYuan(fact(perMonth, 'perMonth')));
  if (stillPaid === undefined) return before;
  const paid = yuan('stillPaid', parseYuan(stillPaid));
  // Who was paid more than before has lost nothing, and it makes no other stretch less.
  return difference(before, compare(paid.value, before.value) > 0 ? least(paid, before) : paid);
}

function yearsOf(ask: AskVictim, years: number): Figure {
  const most = figureOf(ask.then, 'nursing.years.max', ask.asker, 'years');
  if (BigInt(years) <= most.value.n) return leaf('years', 'years', ratio(years));
  ask.note('estimate.assumption.yearsCut', { asked: years, most: String(most.value.n) });
  return most;
}

const personsOf = ({ persons }: Part): Figure[] =>
  persons === undefined || persons === 1 ? [] : [leaf('persons', 'persons', ratio(persons))];
const dependenceOf = ({ dependence }: Part): Figure[] =>
  dependence === undefined ? [] : [leaf('share', 'dependence', parseRatio(dependence))];

/**
 * Days as given, or from the first to the last day, both counted; earnings end the day before the determination.
 * Undefined: no day is left, which is something else than no days given.
 */
function daysOf(ask: AskVictim, part: Part): number | undefined {
  if (part.days !== undefined) return part.days;
  const from = fact(part.from, 'days');
  const determined = ask.asker === 'lostIncome' ? ask.victim.determinedOn : undefined;
  const until = fact(earlier(part.until, determined && dayBefore(determined)), 'until');
  const days = (at(until) - at(from)) / DAY + 1;
  if (part.until && until !== part.until) ask.note('estimate.assumption.untilDetermined', { day: until });
  return days > 0 ? days : undefined;
}
const DAY = Date.UTC(1, 0, 2) - Date.UTC(1, 0, 1);
const at = (day: Day): number => Date.parse(day);
const dayBefore = (day: Day): Day => new Date(at(day) - DAY).toISOString().replace(/T.*/, '');
/** What is undefined sorts last. */
const earlier = (...days: (Day | undefined)[]): Day | undefined => days.sort()[0];
