/** Loose stretches of a year or a month: “去年冬天”, “开春那会儿”, “年初”, “暑假里”, “月底”. */
import { at, SignClass } from './matches.ts';
import { numeral } from './numerals.ts';
import { dateOf, dayNumber, type Moment } from './time-calendar.ts';
import { springFestival } from './time-holidays.ts';
import { type DayReading, days } from './time-pieces.ts';

/** First and last day, as month × 100 + date; a winter ends in the year after. */
const STRETCHES: readonly (readonly [RegExp, number, number])[] = [
  [/^开春|^春上/, 204, 331],
  [/^入夏/, 501, 630],
  [/^入秋|^秋后/, 801, 930],
  [/^入冬/, 1101, 1215],
  [/^春/, 301, 531],
  [/^夏/, 601, 831],
  [/^秋/, 901, 1130],
  [/^冬/, 1201, 228],
  [/^年初/, 101, 215],
  [/^年中/, 601, 715],
  [/^年[底末]/, 1201, 1231],
  [/^上半年/, 101, 630],
  [/^下半年/, 701, 1231],
  [/^暑/, 701, 831],
  [/^寒/, 115, 220],
];
const TAIL = '(?:的时候|时候|时节|那会儿?|那阵子?|里头?)?';
const OF_YEAR = new RegExp(
  `(今年|去年|前年|(?:20)?\\d{2}年)的?(开春|春上|入[夏秋冬]|秋后|[春夏秋冬](?:天|季)|年[初中底末]|(?:[初底末]|中(?![秋旬元午间学]))(?![一二三四五六七八九十级考])|[上下]半年|[暑寒]假)${TAIL}`,
  'y',
);
const BARE = new RegExp(
  `(?<![今去前明后每上本寒放一二三四五六七八九十\\d])(开春|入[夏秋冬]|年[初底末](?![一二三四五六七八九十])|[上下]半年|[暑寒]假(?![工生作]))${TAIL}`,
  'y',
);
const THIRD =
  /(?<![\d一二三四五六七八九十个上下每这本当两半几各])月(初(?![一二三四五六七八九十])|中(?!旬)|底|末)(?:的时候|那几天|那会儿?)?/y;
/** First day, last day, and the day from which people mean this month and no longer the last. */
const THIRDS: Readonly<Record<string, readonly [number, number, number]>> = {
  初: [1, 10, 2],
  中: [11, 20, 12],
  底: [21, 31, 26],
  末: [21, 31, 26],
};
const STARTS = new SignClass(/[\d腊小今去前开春入秋年暑寒月上下]/);
const backTo = (year: string | undefined, now: Moment): number | undefined =>
  year === undefined ? undefined : (BACK[year] ?? dateOf(now.day).year - (2_000 + (Number.parseInt(year, 10) % 100)));
const BACK: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 };

/** The twelfth lunar month has 29 or 30 days, so a day before 春节 may be one of two. */
const LAST_MONTH =
  /(今年|去年|前年)?的?(?:腊月(三十|二?十[一二三四五六七八九]?|初?[一二三四五六七八九])(?![几多来])|小年(?![轻青纪]))/y;
const LITTLE_NEW_YEAR = 23;

function ofLastMonth(text: string, place: number, now: Moment): DayReading | undefined {
  const match = at(LAST_MONTH, text, place);
  if (!match) return undefined;
  const date = numeral((match[2] ?? '').replace('初', '')) ?? LITTLE_NEW_YEAR;
  const { year } = dateOf(now.day);
  // “去年腊月” ends in this year.
  for (const step of match[1] === '前年' ? [1] : [0, 1]) {
    const spring = springFestival(year - step);
    const first = spring === undefined ? now.day + 1 : spring - 31 + date;
    if (first <= now.day)
      return {
        readings: [days(first, { last: Math.min(first + 1, now.day), approx: true })],
        end: place + match[0].length,
      };
  }
  return undefined;
}

export function readSeason(text: string, place: number, now: Moment): DayReading | undefined {
  if (!STARTS.at(text, place)) return undefined;
  const third = at(THIRD, text, place);
  if (third) return ofMonth(third[1] ?? '', place + third[0].length, now);
  const lunar = ofLastMonth(text, place, now);
  if (lunar) return lunar;
  const match = at(OF_YEAR, text, place);
  const bare = match ? undefined : at(BARE, text, place);
  const word = match?.[2] ?? bare?.[1];
  if (word === undefined) return undefined;
  const end = place + (match ?? bare ?? '')[0].length;
  return ofYear(word.length === 1 ? `年${word}` : word, backTo(match?.[1], now), end, now);
}

function ofMonth(third: string, end: number, now: Moment): DayReading | undefined {
  const [from, to, since] = THIRDS[third] ?? [1, 31, 1];
  const { year, month, date } = dateOf(now.day);
  const index = year * 12 + month - 1 - (date >= since ? 0 : 1);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const first = dayNumber(y, m, from);
  const last = [to, 30, 29, 28].map((day) => dayNumber(y, m, day)).find((day) => day !== undefined);
  if (first === undefined || last === undefined) return undefined;
  return { readings: [days(first, { last: Math.min(last, now.day), approx: true })], end };
}

/** The last such stretch that has begun, or that of the year that is named. */
function ofYear(word: string, back: number | undefined, end: number, now: Moment): DayReading | undefined {
  const [, from, to] = STRETCHES.find(([pattern]) => pattern.test(word)) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const { year } = dateOf(now.day);
  for (const step of back === undefined ? [0, 1] : [back]) {
    const first = dayOf(year - step, from);
    const last = dayOf(year - step + (to < from ? 1 : 0), to);
    if (first !== undefined && last !== undefined && first <= now.day)
      return { readings: [days(first, { last: Math.min(last, now.day), approx: true })], end };
  }
  return { problem: 'inTheFuture', end };
}

const dayOf = (year: number, monthDate: number): number | undefined =>
  dayNumber(year, Math.floor(monthDate / 100), monthDate % 100);
