/** From a phrase to moments: accidents lie in the past, and a time of day without a part of the day has two readings. */
import { DAY, type Grain, type Moment, minuteOf, spanOf, type TimeSpan } from './time-calendar.ts';
import { PARTS } from './time-parts.ts';
import type { Phrase } from './time-phrase.ts';
import type { Clock, DateProblem, Days, Part } from './time-pieces.ts';

export type TimeProblem = DateProblem | 'tooLongAgo';

export interface Resolved {
  /** What the words may mean, likeliest first; several are asked about. */
  readonly strong: readonly TimeSpan[];
  /** Possible, but only noted. */
  readonly weak: readonly TimeSpan[];
}

/** People round up: “八点” at 19:56 is today. */
const ROUNDING = 15;
const YEARS_BACK = 10;

export function resolve(phrase: Phrase, now: Moment): Resolved | TimeProblem {
  if (phrase.problem) return phrase.problem;
  const { strong, weak } = phrase.span ? { strong: [phrase.span], weak: [] } : onDays(phrase, now);
  if (strong.length === 0 || (phrase.span && minuteOf(phrase.span.start) > now.minute + ROUNDING)) return 'inTheFuture';
  if (phrase.just) return { strong: latest([...strong, ...weak, ...rounded(phrase, now)]), weak: [] };
  const recent = strong.filter((span) => isRecent(span, now));
  return recent.length === 0 ? 'tooLongAgo' : { strong: recent, weak: weak.filter((span) => isRecent(span, now)) };
}

const isRecent = (span: TimeSpan, now: Moment): boolean =>
  Number(span.start.slice(0, 4)) >= Math.max(1990, new Date(now.minute * 60_000).getUTCFullYear() - YEARS_BACK);

/** “刚才十二点” at ten to twelve: the midnight to come. */
const rounded = (phrase: Phrase, now: Moment): readonly TimeSpan[] =>
  phrase.readings ? [] : onDays({ ...phrase, readings: [{ first: now.day + 1, last: now.day + 1 }] }, now).strong;

const latest = (spans: readonly TimeSpan[]): TimeSpan[] =>
  [...spans].sort((a, b) => b.start.localeCompare(a.start)).slice(0, 1);

function onDays(phrase: Phrase, now: Moment): Resolved {
  const today: Days = { first: now.day, last: now.day, earlier: now.day - 1 };
  const readings = phrase.readings ?? [today];
  const offsets = offsetsOf(phrase);
  const spans = (days: Days, some: readonly Offset[]) => some.flatMap((offset) => placed(days, offset, now) ?? []);
  const sure = offsets.filter((offset) => !offset.weak);
  const strong = readings.flatMap((days) => spans(days, sure));
  const maybe = [
    ...readings.flatMap((days) =>
      spans(
        days,
        offsets.filter((offset) => offset.weak),
      ),
    ),
    ...(phrase.weak ?? []).flatMap((days) => spans(days, sure)),
  ];
  const first = strong.length > 0 ? strong : maybe;
  const ordered = phrase.readings || phrase.parts.length > 0 ? distinct(first) : distinct(first).sort(likelier);
  return { strong: ordered, weak: distinct([...ordered, ...maybe]).slice(ordered.length) };
}

const hourOf = (span: TimeSpan): number => Number(span.start.slice(11, 13));
/** Without a day the later one – but the small hours are hardly ever named without saying so. */
const likelier = (a: TimeSpan, b: TimeSpan): number =>
  Number(hourOf(a) < 6) - Number(hourOf(b) < 6) || b.start.localeCompare(a.start);

function distinct(spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.filter(
    (span, i) => spans.findIndex((other) => other.start === span.start && other.end === span.end) === i,
  );
}

/** A stretch within a day, in minutes from its midnight; may reach into the next day. */
interface Offset {
  readonly from: number;
  readonly to: number;
  readonly approx: boolean;
  readonly grain: Grain;
  readonly weak?: boolean;
}

/** On the day itself, or on the day before of that name if this one lies ahead. */
function placed(days: Days, offset: Offset, now: Moment): TimeSpan | undefined {
  if (days.last !== days.first) return spanOf(days.first * DAY, days.last * DAY + DAY - 1, true, 'day');
  for (const day of [days.first, days.earlier]) {
    if (day === undefined) continue;
    const from = day * DAY + offset.from;
    if (from <= now.minute)
      return spanOf(from, day * DAY + offset.to, offset.approx || days.approx === true, offset.grain);
    if (from <= now.minute + ROUNDING && offset.grain !== 'daypart')
      return spanOf(now.minute, now.minute, true, offset.grain);
  }
  return undefined;
}

function offsetsOf({ parts, clock, until }: Phrase): readonly Offset[] {
  if (clock) {
    return minutesOf(parts, clock).map(({ minute, weak }) => ({
      ...stretch(minute, clock, until),
      ...(weak && { weak }),
    }));
  }
  if (parts.length === 0) return [{ from: 0, to: DAY - 1, approx: false, grain: 'day' }];
  const late = parts.length === 2 && parts[1] === 'dawn' && isLate(parts[0]);
  const [from, to] = PARTS[parts.at(-1) ?? 'evening'];
  const part = { from, to: to - 1, approx: false, grain: 'daypart' as const };
  // “昨晚凌晨” is the morning after.
  return late
    ? [
        { ...part, from: from + DAY, to: to - 1 + DAY },
        { ...part, weak: true },
      ]
    : [part];
}

const isLate = (part: Part | undefined): boolean => part === 'evening' || part === 'night';

interface Minute {
  readonly minute: number;
  readonly weak?: boolean;
}

/** Minutes of the day that a clock time may mean, likeliest first. */
function minutesOf(parts: readonly Part[], clock: Clock): readonly Minute[] {
  const { hour: h, minute = 0 } = clock;
  const hours = (...list: readonly number[]): Minute[] => list.map((hour) => ({ minute: hour * 60 + minute }));
  const small = (hour: number): Minute[] => [
    { minute: (24 + hour) * 60 + minute },
    { minute: hour * 60 + minute, weak: true },
  ];
  const part = parts.find(isLate) ?? parts.at(-1);
  if (clock.meridiem) return hours((h % 12) + (clock.meridiem === 'pm' ? 12 : 0));
  if (h > 12) return hours(h);
  if (part === 'evening' || part === 'night')
    return h === 12 || h === 0 ? small(0) : h <= (part === 'night' ? 6 : 4) ? small(h) : hours(h + 12);
  if (part === 'dawn') return hours(h % 12);
  if (part === 'noon') return hours(h <= 3 ? h + 12 : h);
  if (part === 'afternoon' || part === 'dusk') return hours(h < 12 ? h + 12 : h);
  if (part || clock.exact || h === 0) return hours(h);
  if (h === 12) return hours(12, 0);
  return h <= 6 ? hours(h + 12, h) : hours(h, h + 12);
}

function stretch(minute: number, clock: Clock, until: Clock | undefined): Omit<Offset, 'weak'> {
  const whole = clock.minute === undefined;
  const base = { approx: clock.fuzz !== 'none', grain: whole ? ('hour' as const) : ('minute' as const) };
  const toEnd = whole ? 59 : 0;
  if (until) {
    const length =
      (((until.hour * 60 + (until.minute ?? 0) - clock.hour * 60 - (clock.minute ?? 0)) % 720) + 720) % 720;
    return { from: minute, to: minute + length, approx: true, grain: 'hour' };
  }
  if (clock.hourTo !== undefined) return { ...base, from: minute, to: minute + (clock.hourTo - clock.hour) * 60 + 59 };
  if (clock.fuzz === 'around')
    return whole ? { ...base, from: minute - 20, to: minute + 59 } : { ...base, from: minute - 15, to: minute + 15 };
  if (clock.fuzz === 'before') return { ...base, from: minute - 20, to: minute };
  return { ...base, from: minute, to: minute + toEnd };
}
