/** Wall clock of China in whole minutes and days since 1970; no daylight saving time (since 1992). */
import type { Now } from './kind.ts';

export interface TimeSpan {
  /** ISO 8601 at +08:00; the moment lies between the two, both included. */
  readonly start: string;
  readonly end: string;
  readonly approx: boolean;
  readonly grain: Grain;
}
/** What was said: a clock time to the minute, an hour, a part of a day, whole days, or “just now”. */
export type Grain = 'now' | 'minute' | 'hour' | 'daypart' | 'day';

export const DAY = 1_440;
const OFFSET = 480;

export interface Moment {
  /** Minutes of the wall clock since 1970. */
  readonly minute: number;
  readonly day: number;
}

export function momentOf(now: Now): Moment {
  const minute = Math.floor(now.at / 60_000) + OFFSET;
  return { minute, day: Math.floor(minute / DAY) };
}

/** Undefined where there is no such day (30 February). */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.getTime() / 86_400_000 : undefined;
}

export function dateOf(day: number): { year: number; month: number; date: number } {
  const d = new Date(day * 86_400_000);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, date: d.getUTCDate() };
}

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
/** Days are said again and again. */
const written = new Map<number, string>();
const MOST_WRITTEN = 1_000;

function isoDay(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const made = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(day, made);
  return made;
}

function iso(minute: number): string {
  const day = Math.floor(minute / DAY);
  const rest = minute - day * DAY;
  return `${isoDay(day)}T${TWO[Math.floor(rest / 60)]}:${TWO[rest % 60]}:00+08:00`;
}

/** Both ends are minutes that still belong to the span. */
export const spanOf = (from: number, to: number, approx: boolean, grain: Grain): TimeSpan => ({
  start: iso(from),
  end: iso(to),
  approx,
  grain,
});

export const minuteOf = (isoTime: string): number => Math.floor(Date.parse(isoTime) / 60_000) + OFFSET;
