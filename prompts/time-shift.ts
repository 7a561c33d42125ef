/** “再早二十分钟”, “晚了半小时”, “20 minutes earlier”: a correction of the time that was given, by how much. */
import { numeral } from './numerals.ts';
import { type Moment, minuteOf, spanOf, type TimeSpan } from './time-calendar.ts';

const SHIFT =
  /(早|晚|迟|往前|往后|提前|推后)了?(?:个|大概|大约|差不多)?(半|\d{1,2}|[一二两三四五六七八九十]{1,3})个?(半)?(小时|钟头|分钟|刻钟)/;
const ENGLISH = /(half an|an|a|\d{1,2}) (hour|minute|quarter)s?(?: of an hour)? (earlier|before|later|after)/;
const MINUTES: Readonly<Record<string, number>> = {
  小时: 60,
  钟头: 60,
  分钟: 1,
  刻钟: 15,
  hour: 60,
  minute: 1,
  quarter: 15,
};

/** Minutes, negative for earlier; undefined where the words shift nothing. `text` is normal. */
function shiftIn(text: string): number | undefined {
  const han = SHIFT.exec(text.slice(0, 60));
  if (han) {
    const [, way = '', amount = '', half, unit = ''] = han;
    const n = (amount === '半' ? 0.5 : (numeral(amount) ?? Number.NaN)) + (half ? 0.5 : 0);
    return signed(n * (MINUTES[unit] ?? Number.NaN), /早|前/.test(way));
  }
  const english = ENGLISH.exec(text.slice(0, 60));
  if (!english) return undefined;
  const [, amount = '', unit = '', way = ''] = english;
  const n = amount.startsWith('half') ? 0.5 : /^an?$/.test(amount) ? 1 : Number(amount);
  return signed(n * (MINUTES[unit] ?? Number.NaN), /earlier|before/.test(way));
}

const signed = (minutes: number, earlier: boolean): number | undefined =>
  Number.isFinite(minutes) && minutes > 0 ? Math.round(earlier ? -minutes : minutes) : undefined;

/** The time before, moved; undefined where the words move nothing. */
export function shifted(before: TimeSpan, text: string, now: Moment): TimeSpan | 'inTheFuture' | undefined {
  const minutes = before.grain === 'day' || before.grain === 'daypart' ? undefined : shiftIn(text);
  if (minutes === undefined) return undefined;
  const { from, to } = meant(before);
  if (from + minutes > now.minute) return 'inTheFuture';
  return spanOf(from + minutes, Math.min(to + minutes, now.minute), before.approx, 'minute');
}

/** “八点左右” (19:40 to 20:59) is a quarter around eight once minutes count; “八点” is eight. */
function meant({ start, end, approx, grain }: TimeSpan): { from: number; to: number } {
  const [from, to] = [minuteOf(start), minuteOf(end)];
  if (grain !== 'hour') return { from, to };
  const hour = Math.ceil(from / 60) * 60;
  return approx ? { from: hour - 15, to: hour + 15 } : { from, to: from };
}
