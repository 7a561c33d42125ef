/** Phrases about time in a text: which days, which part of the day, which clock time – not yet which moment. */

import { at, SignClass } from './matches.ts';
import { readAgo, readStamp } from './time-ago.ts';
import { type Moment, type TimeSpan, weekdayOf } from './time-calendar.ts';
import { type ClockReading, readClock } from './time-clock.ts';
import { readDate } from './time-dates.ts';
import { readHoliday } from './time-holidays.ts';
import { readPart } from './time-parts.ts';
import type { Clock, DateProblem, DayFound, DayReading, Days, Fuzz, Part } from './time-pieces.ts';
import { readRelative } from './time-relative.ts';
import { readSeason } from './time-seasons.ts';

export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly problem?: DateProblem;
  /** Likeliest first; absent where only a time of day is said. */
  readonly readings?: readonly Days[];
  readonly weak?: readonly Days[];
  readonly parts: readonly Part[];
  readonly clock?: Clock;
  readonly until?: Clock;
  /** “十分钟前”: already a stretch of time. */
  readonly span?: TimeSpan;
  /** “刚才十一点”: of all readings the latest that has passed. */
  readonly just?: boolean;
  /** Only an hour such as “三点”, which in running text may be something else. */
  readonly bare: boolean;
}

/** What may stand between a day, a part of it and a clock time; the little words at its end may also belong to what follows. */
const CLOSE = /[ ,、()]{0,3}/y;
const WIDE =
  /(?:[ ,、()]|的|也就是说?|就是|是|即|在|于|约|那天|当天|这天|那一?晚|大概|大约|差不多|好像|可能|应该|快到?|将近|接近|不到|on |at |in the |around |about |nearly ){0,4}/y;
/** Behind a clock time only English goes on: “8 pm on Monday”. */
const BEHIND = /(?: |, )?(?:on |in |the )?/y;
const RANGE = / ?(?:到|至|-|~|to) ?/y;
/** First characters of anything a reader knows; everything else is passed over. */
const CAN_START = new SignClass(
  /[\d一二三四五六七八九十两零〇廿卅半几好大今昨寻琴噚前上这本当下周星礼明后听过去头刚方啱才差凌拂天清早朝晨午中正晌傍黄擦晚间夜入深三元情妇劳儿教国光平圣春端七重除冬年双农开春秋暑寒月立谷霜阴腊小初a-z]/,
);
const NUMERAL = new SignClass(/[\d一二三四五六七八九十两零〇]/);
const LETTER = new SignClass(/[a-z]/);
const BEHIND_NUMBER = new SignClass(/[百千万第]/);
/** A number that may belong to a time: a unit, a separator or a Latin word follows it. */
const TIMED =
  /[\d零〇一二两三四五六七八九十廿卅]{1,12}(?:\.\d)? ?[多几来半个]{0,2}(?:[年月日号天周星礼点时分刻小钟:/.、,~-]|[a-z])|五一|六一|三八|七夕|十一(?:当天|那天|那会|期间|放|假|黄金周)|\d{8}(?!\d)/y;
/** At most this many phrases are read in one text. */
const MOST = 40;

const readDay = (text: string, place: number, now: Moment, strict: boolean): DayReading | undefined =>
  readSeason(text, place, now) ??
  readRelative(text, place, now) ??
  readHoliday(text, place, now) ??
  readDate(text, place, now, strict);

/** A phrase cannot begin inside a number or a Latin word, nor behind 第. */
function mayStart(text: string, i: number): boolean {
  if (!CAN_START.at(text, i)) return false;
  if (LETTER.at(text, i)) return !LETTER.at(text, i - 1);
  if (!NUMERAL.at(text, i)) return true;
  return (
    at(TIMED, text, i) !== undefined &&
    !NUMERAL.at(text, i - 1) &&
    !BEHIND_NUMBER.at(text, i - 1) &&
    !(/[.:/-]/.test(text.charAt(i - 1)) && /\d/.test(text.charAt(i - 2)))
  );
}

/** All phrases, in order. `strict` for running text, not for the answer to “when?”. */
export function phrasesIn(text: string, now: Moment, strict: boolean): Phrase[] {
  const found: Phrase[] = [];
  for (let i = 0; i < text.length && found.length < MOST; i++) {
    if (!mayStart(text, i)) continue;
    const phrase = phraseAt(text, i, now, strict);
    if (!phrase) continue;
    found.push(phrase);
    i = phrase.end - 1;
  }
  return found;
}

function phraseAt(text: string, start: number, now: Moment, strict: boolean): Phrase | undefined {
  const ago = readAgo(text, start, now) ?? readStamp(text, start);
  if (ago) return { start, end: ago.end, span: ago.span, parts: [], bare: false };
  const day = readDay(text, start, now, strict);
  if (!day || !('problem' in day)) return collected(text, start, day, now);
  const rest = collected(text, start, { readings: [], end: day.end }, now);
  return { start, end: rest?.end ?? day.end, problem: day.problem, parts: [], bare: false };
}

/** What follows the day: parts of it, a clock time, in English also the day behind the clock time. */
function collected(text: string, start: number, first: DayFound | undefined, now: Moment): Phrase | undefined {
  let end = first?.end ?? start;
  let day = first;
  let clock: ClockReading | undefined;
  let fuzz: Fuzz = 'none';
  const parts: Part[] = [];
  for (let step = 0; step < 6; step++) {
    const next = places(text, start, end, clock !== undefined)
      .map((place) => pieceAt(text, place, { parts, clock, begun: end > start }, now))
      .find((piece) => piece !== undefined);
    if (!next) break;
    if (next.part) parts.push(next.part);
    if (next.clock) [clock, fuzz] = [next.clock, fuzzOf(text.slice(end, next.from))];
    if (next.day) day = day && day.readings.length > 0 ? agreed(day, next.day) : next.day;
    end = next.end;
  }
  if (end === start) return undefined;
  return assembled(text, start, end, day, parts, clock, fuzz);
}

function places(text: string, start: number, end: number, clock: boolean): number[] {
  if (end === start) return [start];
  const gaps = clock ? [BEHIND] : [CLOSE, WIDE];
  return [...new Set(gaps.map((gap) => end + (at(gap, text, end)?.[0].length ?? 0)))];
}

interface Piece {
  readonly from: number;
  readonly end: number;
  readonly part?: Part;
  readonly clock?: ClockReading;
  readonly day?: DayFound;
}

function pieceAt(
  text: string,
  from: number,
  so: { parts: readonly Part[]; clock: ClockReading | undefined; begun: boolean },
  now: Moment,
): Piece | undefined {
  const part = so.parts.length < 2 ? readPart(text, from) : undefined;
  if (part) return { from, end: part.end, part: part.part };
  const clock = so.clock ? undefined : readClock(text, from, so.begun);
  if (clock) return { from, end: clock.end, clock };
  const day = so.begun ? readDay(text, from, now, true) : undefined;
  return day && !('problem' in day) ? { from, end: day.end, day } : undefined;
}

function assembled(
  text: string,
  start: number,
  end: number,
  day: DayFound | undefined,
  parts: readonly Part[],
  clock: ClockReading | undefined,
  fuzz: Fuzz,
): Phrase {
  const range = clock && at(RANGE, text, end);
  const until = range ? readClock(text, end + range[0].length) : undefined;
  const before = text.slice(Math.max(0, start - 4), start);
  const spoken = clock && {
    ...clock.clock,
    fuzz: clock.clock.fuzz !== 'none' ? clock.clock.fuzz : fuzz !== 'none' ? fuzz : fuzzOf(before),
  };
  return {
    start,
    end: until?.end ?? end,
    ...(day && { readings: day.readings, ...(day.weak && { weak: day.weak }) }),
    parts,
    ...(spoken && { clock: spoken }),
    ...(until && { until: until.clock }),
    bare: clock?.bare === true && !day && parts.length === 0,
  };
}

/** Two names of one day (“11月20日（周五）”): the readings they share, else the first word stands. */
function agreed(day: DayFound, again: DayFound): DayFound {
  const shared = day.readings.filter((a) => again.readings.some((b) => b.first === a.first));
  const [rough, named] = [day.readings[0], again.readings[0]];
  if (shared.length === 0 && rough?.approx && named && rough.first === rough.last) {
    // “两周前的周三”: that weekday of that week.
    const first = rough.first - weekdayOf(rough.first) + weekdayOf(named.first);
    return { ...day, readings: [{ first, last: first }] };
  }
  return shared.length > 0 ? { ...day, readings: shared } : day;
}

function fuzzOf(words: string): Fuzz {
  if (/大概|大约|差不多|约|around|about/.test(words)) return 'around';
  return /快到?$|将近|接近|不到|nearly/.test(words) ? 'before' : 'none';
}
