/** Days as numbers, and China's wall clock. The country has one time zone without summer time. */
import type { Day } from '../../law/types.ts';

/** Days since 1970-01-01; counting is adding. */
export type DayNumber = number;

const EPOCH = '1970-01-01';
const MS_A_DAY = Date.parse('1970-01-02');
/** China is ahead of UTC by this many milliseconds. */
const AHEAD = -Date.parse(`${EPOCH}T00:00:00+08:00`);
const MS_AN_HOUR = Date.parse(`${EPOCH}T01:00:00Z`);

/** Something happened on a day (`YYYY-MM-DD`) or at an instant (ISO 8601 with offset). */
export type Moment = string;

export const isDay = (moment: Moment): boolean => moment.length === EPOCH.length;

/** Throws `RangeError` where a moment is none; `what` names it for whoever reads the message. */
export function instantOf(moment: Moment, what: string): number {
  const whole = isDay(moment);
  const at = Date.parse(whole ? `${moment}T00:00:00+08:00` : moment);
  const real = whole ? !Number.isNaN(at) && nameOf(dayAt(at)) === moment : /(?:Z|[+-]\d\d:?\d\d)$/.test(moment);
  if (Number.isNaN(at) || !real)
    throw new RangeError(`${what} is "${moment}": write YYYY-MM-DD or an instant with its offset.`);
  return at;
}

export const dayOf = (moment: Moment, what: string): DayNumber => dayAt(instantOf(moment, what));
/** The day on China's calendars at an instant (milliseconds). */
export const dayAt = (instant: number): DayNumber => Math.floor((instant + AHEAD) / MS_A_DAY);
export const nameOf = (day: DayNumber): Day => new Date(day * MS_A_DAY).toISOString().slice(0, EPOCH.length);
/** The day of a moment, by its name. */
export const dayNameOf = (moment: Moment): Day => nameOf(dayOf(moment, 'moment'));
export const yearOf = (day: DayNumber): number => new Date(day * MS_A_DAY).getUTCFullYear();
/** 0 = Sunday. */
export const weekDayOf = (day: DayNumber): number => new Date(day * MS_A_DAY).getUTCDay();

/** Of two moments of which one is a whole day, the days are compared: a day begins before every hour of it, and ends after. */
export const isEarlier = (moment: Moment, other: Moment): boolean =>
  [moment, other].some(isDay)
    ? dayOf(moment, 'moment') < dayOf(other, 'moment')
    : instantOf(moment, 'moment') < instantOf(other, 'moment');

/** `YYYY-MM-DDThh:mm:ss+08:00`. */
export function wallClock(instant: number): string {
  const shifted = new Date(instant + AHEAD).toISOString();
  return `${shifted.slice(0, shifted.indexOf('.'))}+08:00`;
}

export const afterHours = (instant: number, hours: number): number => instant + hours * MS_AN_HOUR;

/** The same day of a later month; where that month has no such day, its last one (民法典 202). */
export function afterMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * MS_A_DAY);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return Math.floor(date.getTime() / MS_A_DAY);
}

export function afterYears(day: DayNumber, years: number): DayNumber {
  const date = new Date(day * MS_A_DAY);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return Math.floor(date.getTime() / MS_A_DAY);
}
