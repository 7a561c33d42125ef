/** Office hours and the promise that follows from them: who calls by when. Pure; instants in milliseconds. */

import type { WorkCalendar } from '../law/types.ts';

export interface OfficeHours {
  /** 0 = Sunday … 6 = Saturday. */
  readonly days: readonly number[];
  /** `HH:MM`, local time. */
  readonly opens: string;
  readonly closes: string;
  /** `YYYY-MM-DD` on which nobody works. */
  readonly holidays: readonly string[];
  /** `YYYY-MM-DD` on which all work though it is a weekend, as the calendar of the State Council moves days. */
  readonly workdays?: readonly string[];
  /** Local time is UTC plus this many milliseconds. */
  readonly offset: number;
}

/** The days off that are configured, those of the published calendars, and the weekends on which all work. */
export function withPublicDays(
  holidays: readonly string[],
  calendar: WorkCalendar,
): Pick<OfficeHours, 'holidays' | 'workdays'> {
  const off = calendar.flatMap((year) => year.holidays.flatMap(({ from, to }) => daysFrom(from, to)));
  const moved = calendar.flatMap(({ workdays }) => workdays).filter((day) => !holidays.includes(day));
  return { holidays: [...holidays, ...off], workdays: moved };
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (const day = new Date(`${from}T00:00:00.000Z`); datePart(day) <= to; day.setUTCDate(day.getUTCDate() + 1))
    days.push(datePart(day));
  return days;
}

export function isOpen(at: number, hours: OfficeHours): boolean {
  const { day, time } = local(at, hours);
  return worksOn(day, hours) && time >= hours.opens && time < hours.closes;
}

/** The next instant at which somebody works: now, if open. */
export function nextOpening(at: number, hours: OfficeHours): number {
  if (isOpen(at, hours)) return at;
  const { day, time } = local(at, hours);
  if (worksOn(day, hours) && time < hours.opens) return instant(day, hours.opens, hours);
  return instant(nextWorkday(day, hours), hours.opens, hours);
}

/** The latest instant at which a call is promised; a promise that would end after closing moves to the next morning. */
export function promisedBy(at: number, hours: OfficeHours, within: number): number {
  const start = nextOpening(at, hours);
  const { day } = local(start, hours);
  const closing = instant(day, hours.closes, hours);
  if (start + within <= closing) return start + within;
  return instant(nextWorkday(day, hours), hours.opens, hours) + within;
}

function nextWorkday(day: string, hours: OfficeHours): string {
  const next = new Date(`${day}T00:00:00.000Z`);
  do next.setUTCDate(next.getUTCDate() + 1);
  while (!worksOn(datePart(next), hours));
  return datePart(next);
}

function worksOn(day: string, hours: OfficeHours): boolean {
  if (hours.holidays.includes(day)) return false;
  return hours.days.includes(new Date(`${day}T00:00:00.000Z`).getUTCDay()) || (hours.workdays ?? []).includes(day);
}

function local(at: number, hours: OfficeHours): { day: string; time: string } {
  const shifted = new Date(at + hours.offset);
  return { day: datePart(shifted), time: (shifted.toISOString().split('T')[1] ?? '').slice(0, hours.opens.length) };
}

const datePart = (date: Date): string => date.toISOString().split('T')[0] ?? '';
const instant = (day: string, time: string, hours: OfficeHours): number =>
  Date.parse(`${day}T${time}:00.000Z`) - hours.offset;
