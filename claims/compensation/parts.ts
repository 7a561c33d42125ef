/** Stretches of an item: a sum, or a time at a rate and for so many persons; several are added up and rounded once. */
import type { Day } from '../../law/types.ts';
import { difference, type Figure, leaf, nothing, product, quotient, sum, yuan } from '../figure.ts';
import { one, parseRatio, parseYuan, ratio } from '../money.ts';
import { type AskVictim, fact, figureOf, notDue } from './ask.ts';
import { listOf, type Part, type Parts } from './case.ts';

/** Where a daily rate comes from when the case gives none: a figure of the region, if it has one. */
export function partsFigure(ask: AskVictim, given: Parts, rateId: string): Figure {
  const figures = listOf<Part>(given).map((part) => partFigure(ask, part, rateId));
  const [first, ...rest] = figures;
  return first ? sum(first, ...rest) : fact<Figure>(undefined, 'amount');
}

function partFigure(ask: AskVictim, part: Part, rateId: string): Figure {
  if (part.amount !== undefined) return yuan('amount', parseYuan(part.amount));
  const factors = [...personsOf(part), ...dependenceOf(part)];
  if (part.months !== undefined)
    return product(monthly(part), leaf('months', 'months', ratio(part.months)), ...factors);
  if (part.years !== undefined) return product(yearly(part), yearsOf(ask, part.years), ...factors);
  return product(daily(ask, part, rateId), leaf('days', 'days', ratio(daysOf(ask, part))), ...factors);
}

function daily(ask: AskVictim, part: Part, rateId: string): Figure {
  if (part.perDay !== undefined) return yuan('perDay', parseYuan(part.perDay));
  if (part.perYear === undefined && part.lastYears === undefined) return figureOf(ask.now, rateId, ask.asker, 'perDay');
  return quotient(yearly(part), figureOf(ask.now, 'calendar.daysPerYear', ask.asker, 'daysPerYear'));
}

function yearly({ perYear, lastYears }: Part): Figure {
  if (perYear !== undefined) return yuan('perYear', parseYuan(perYear));
  const years = fact(lastYears, 'perYear').map((text) => yuan('perYear', parseYuan(text)));
  return quotient(sum(years[0] ?? nothing, ...years.slice(1)), leaf('plain', 'yearsCounted', ratio(years.length)));
}

function monthly({ perMonth, stillPaid }: Part): Figure {
  const before = yuan('perMonth', parseYuan(fact(perMonth, 'perMonth')));
  return stillPaid === undefined ? before : difference(before, yuan('stillPaid', parseYuan(stillPaid)));
}

function yearsOf(ask: AskVictim, years: number): Figure {
  const most = figureOf(ask.then, 'nursing.years.max', ask.asker, 'years');
  if (BigInt(years) <= most.value.n) return leaf('years', 'years', ratio(years));
  ask.note('estimate.assumption.yearsCut', { asked: years, most: String(most.value.n) });
  return most;
}

const personsOf = ({ persons }: Part): Figure[] =>
  persons === undefined || persons === 1 ? [] : [leaf('persons', 'persons', ratio(persons))];
function dependenceOf({ dependence }: Part): Figure[] {
  const share = dependence === undefined ? one : parseRatio(dependence);
  return dependence === undefined ? [] : [leaf('share', 'dependence', share)];
}

/** Days as given, or from the first to the last day, both counted; earnings end the day before the determination. */
function daysOf(ask: AskVictim, part: Part): number {
  if (part.days !== undefined) return part.days;
  const from = fact(part.from, 'days');
  const determined = ask.asker === 'lostIncome' ? ask.victim.determinedOn : undefined;
  const until = earlier(part.until, determined && dayBefore(determined));
  const days = (at(fact(until, 'until')) - at(from)) / DAY + 1;
  if (days <= 0) return notDue('estimate.notDue.noDays');
  if (until !== part.until && part.until) ask.note('estimate.assumption.untilDetermined', { day: until ?? '' });
  return days;
}
const DAY = Date.UTC(1, 0, 2) - Date.UTC(1, 0, 1);
const at = (day: Day): number => Date.parse(day);
const dayBefore = (day: Day): Day => new Date(at(day) - DAY).toISOString().split('T', 1).join('');
const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined ? b : b === undefined || a < b ? a : b;
