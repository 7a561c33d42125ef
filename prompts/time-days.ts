/** From the numbers of a date to days: real ones, and never ahead. */
import { numeral } from './numerals.ts';
import { dateOf, dayNumber, type Moment } from './time-calendar.ts';
import { type DateProblem, type DayReading, type Days, days } from './time-pieces.ts';

export type Meant = readonly Days[] | DateProblem;

export function reading(meant: Meant, end: number): DayReading {
  return typeof meant === 'string' ? { problem: meant, end } : { readings: meant, end };
}

export const n = (text: string | undefined): number => numeral(text ?? '') ?? Number.NaN;
export const fullYear = (text: string): number => (/^\d{2}$/.test(text) ? 2_000 + Number(text) : n(text));

export function onDate(year: number, month: number, date: number, now: Moment): Meant {
  const day = dayNumber(year, month, date);
  if (day === undefined) return 'notADate';
  return day > now.day ? 'inTheFuture' : [days(day)];
}

/** The last such date that is not ahead. */
export function inSomeYear(month: number, date: number, now: Moment): Meant {
  const { year } = dateOf(now.day);
  const past = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((back) => dayNumber(year - back, month, date))
    .filter((day) => day !== undefined && day <= now.day);
  const [first, earlier] = past;
  return first === undefined ? 'notADate' : [days(first, earlier === undefined ? {} : { earlier })];
}

export function inSomeMonth(date: number, now: Moment): Meant {
  const { year, month } = dateOf(now.day);
  if (!(date >= 1 && date <= 31)) return 'notADate';
  const past = [0, 1, 2, 3, 4]
    .map((back) => monthsBack(year, month, back, date))
    .filter((day) => day !== undefined && day <= now.day);
  const [first, earlier] = past;
  return first === undefined ? 'notADate' : [days(first, earlier === undefined ? {} : { earlier })];
}

function monthsBack(year: number, month: number, back: number, date: number): number | undefined {
  const index = year * 12 + month - 1 - back;
  return dayNumber(Math.floor(index / 12), (index % 12) + 1, date);
}

/** A month, or a third of it, as a stretch of days. */
export function wholeMonth(year: number, month: number, third: string | undefined, now: Moment): Meant {
  const first = dayNumber(year, month, 1);
  const next = dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  if (first === undefined || next === undefined) return 'notADate';
  const [from, to] = /初|上旬/.test(third ?? '')
    ? [0, 9]
    : /中/.test(third ?? '')
      ? [10, 19]
      : /底|末|下旬/.test(third ?? '')
        ? [20, 30]
        : [0, 30];
  const start = first + from;
  if (start > now.day) return 'inTheFuture';
  return [days(start, { last: Math.min(first + to, next - 1, now.day), approx: true })];
}
