/** Working days by the published calendars. What is not published is `unknown`: no year is guessed from another. */
import type { CalendarYear, WeekDay, WorkCalendar } from '../../law/types.ts';
import { type DayNumber, dayOf, nameOf, weekDayOf, yearOf } from './days.ts';

export type DayKind = 'work' | 'off' | 'unknown';

const NAMES: readonly WeekDay[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Every day of a calendar, worked out once: a reading asks for thousands. */
const known = new WeakMap<WorkCalendar, ReadonlyMap<DayNumber, DayKind>>();

export function kindOf(day: DayNumber, calendar: WorkCalendar): DayKind {
  const days = known.get(calendar) ?? new Map(calendar.flatMap(daysOf));
  known.set(calendar, days);
  return days.get(day) ?? 'unknown';
}

function daysOf({ year, weekend, holidays, workdays }: CalendarYear): [DayNumber, DayKind][] {
  const days: [DayNumber, DayKind][] = [];
  for (let day = dayOf(`${year}-01-01`, 'year'); yearOf(day) === year; day += 1) {
    const name = nameOf(day);
    const free =
      holidays.some((span) => span.from <= name && name <= span.to) ||
      weekend.some((one) => one === NAMES[weekDayOf(day)]);
    days.push([day, free && !workdays.includes(name) ? 'off' : 'work']);
  }
  return days;
}

/** A day, or the first year on the way to it that is not published. */
export type Reached = { readonly day: DayNumber } | { readonly unknownYear: number };

/** The `length`-th working day after `start`; days on which the clock stands still are no days of it. */
export function afterWorkingDays(
  start: DayNumber,
  length: number,
  calendar: WorkCalendar,
  still: (day: DayNumber) => boolean = () => false,
): Reached {
  let day = start;
  for (let left = length; left > 0; ) {
    day += 1;
    const kind = kindOf(day, calendar);
    if (kind === 'unknown') return { unknownYear: yearOf(day) };
    if (kind === 'work' && !still(day)) left -= 1;
  }
  return { day };
}

/** Working days after `from` up to and with `to`; undefined where a year between is not published. */
export function workingDaysBetween(from: DayNumber, to: DayNumber, calendar: WorkCalendar): number | undefined {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar);
    return back === undefined ? undefined : -back;
  }
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) {
    const kind = kindOf(day, calendar);
    if (kind === 'unknown') return undefined;
    if (kind === 'work') count += 1;
  }
  return count;
}

/** 民法典 203: a last day that is off moves to the day after the days off. */
export function movedOffHolidays(day: DayNumber, calendar: WorkCalendar): Reached {
  for (let at = day; ; at += 1) {
    const kind = kindOf(at, calendar);
    if (kind === 'unknown') return { unknownYear: yearOf(at) };
    if (kind === 'work') return { day: at };
  }
}
