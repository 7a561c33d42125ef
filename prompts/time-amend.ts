/** Corrections of a time that was already given (“是八点半”, “是前天”), and picks among offered readings (“晚上那次”). */
import { problem, type Read, value } from './kind.ts';
import { DAY, type Moment, minuteOf, spanOf, type TimeSpan } from './time-calendar.ts';
import { PARTS } from './time-parts.ts';
import type { Phrase } from './time-phrase.ts';
import { resolve } from './time-resolve.ts';

const dayOf = (span: TimeSpan): number => Math.floor(minuteOf(span.start) / DAY);
const hourOf = (span: TimeSpan): number => Math.floor((minuteOf(span.start) % DAY) / 60);

/** Undefined where the words are a whole answer of their own, or none. */
export function amended(before: TimeSpan, phrases: readonly Phrase[], now: Moment): Read<TimeSpan> | undefined {
  const phrase = phrases.at(-1);
  if (!phrase || phrase.span || phrase.just || phrase.problem) return undefined;
  if (!phrase.readings) return phrase.clock || phrase.parts.length > 0 ? newTime(before, phrase, now) : undefined;
  return phrase.clock || phrase.parts.length > 0 || before.grain === 'day' ? undefined : newDay(before, phrase, now);
}

/** Another time on the same day; “八点半” after “昨晚八点” is in the evening. */
function newTime(before: TimeSpan, phrase: Phrase, now: Moment): Read<TimeSpan> {
  const day = dayOf(before);
  const found = resolve({ ...withClock(before, phrase), readings: [{ first: day, last: day }] }, now);
  if (typeof found === 'string') return problem(found);
  const sameHalf = found.strong.filter((span) => before.grain !== 'day' && hourOf(span) >= 12 === hourOf(before) >= 12);
  const options = sameHalf.length === 1 ? sameHalf : found.strong;
  const [first] = options;
  return first && options.length === 1 ? value(first) : { kind: 'ambiguous', options };
}

/** “是早上” keeps the hour that was said before. */
function withClock(before: TimeSpan, phrase: Phrase): Phrase {
  if (phrase.clock || (before.grain !== 'minute' && before.grain !== 'hour') || before.approx) return phrase;
  const minute = before.grain === 'minute' ? { minute: minuteOf(before.start) % 60 } : {};
  return { ...phrase, clock: { hour: hourOf(before) % 12 || 12, ...minute, exact: false, fuzz: 'none' } };
}

/** The same time on another day. */
function newDay(before: TimeSpan, phrase: Phrase, now: Moment): Read<TimeSpan> {
  const days = (phrase.readings ?? [])
    .filter((reading) => reading.first === reading.last)
    .map((reading) => reading.first);
  const [from, to] = [minuteOf(before.start), minuteOf(before.end)];
  const moved = days.map((day) => (day - dayOf(before)) * DAY).filter((shift) => from + shift <= now.minute);
  const options = moved.map((shift) => spanOf(from + shift, to + shift, before.approx, before.grain));
  const [first] = options;
  if (!first) return problem(days.length > 0 ? 'inTheFuture' : 'notATime');
  return options.length === 1 ? value(first) : { kind: 'ambiguous', options };
}

/** The only option that agrees with everything the words say. */
export function narrowed(options: readonly TimeSpan[], phrases: readonly Phrase[], now: Moment): TimeSpan | undefined {
  const agreeing = options.filter(
    (option) => phrases.length > 0 && phrases.every((phrase) => agrees(option, phrase, now)),
  );
  return agreeing.length === 1 ? agreeing[0] : undefined;
}

function agrees(option: TimeSpan, { readings, parts, clock, span }: Phrase, now: Moment): boolean {
  if (span) return span.start <= option.end && option.start <= span.end;
  const start = minuteOf(option.start);
  const day = dayOf(option);
  const minute = start % DAY;
  if (readings && !readings.some((days) => day >= days.first && day <= days.last && day <= now.day)) return false;
  if (clock && !fitsClock(minute, clock.hour, clock.minute, clock.exact || clock.hour > 12)) return false;
  return parts.every((part) => {
    const [from, to] = PARTS[part];
    return (minute >= from && minute < to) || (to > DAY && minute < to - DAY);
  });
}

/** Options are shown with their first minute, so an hour alone agrees with any minute in it. */
function fitsClock(minute: number, hour: number, minutes: number | undefined, exact: boolean): boolean {
  const sameHour = exact ? Math.floor(minute / 60) === hour % 24 : Math.floor(minute / 60) % 12 === hour % 12;
  return sameHour && (minutes === undefined || minute % 60 === minutes);
}
