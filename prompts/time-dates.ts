/** Dates of the calendar: “2026年11月20日”, “11月20号”, “11.20”, “20号”, “上个月8号”, “去年10月”, “Nov 20”. */

import { at, SignClass } from './matches.ts';
import { HAN_DIGITS } from './numerals.ts';
import { dateOf, dayNumber, type Moment } from './time-calendar.ts';
import { fullYear, inSomeMonth, inSomeYear, n, onDate, reading, wholeMonth } from './time-days.ts';
import { type DayReading, days } from './time-pieces.ts';

const N = '(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})';
const YEAR = `(\\d{4}|[${HAN_DIGITS}]{4}|\\d{2}(?=年))`;
const NOT_AN_ADDRESS = '(?![楼院门线店室车桌铺房桩库桥仓柜床])';
const YMD = new RegExp(`${YEAR} ?(?:年|[-/.]) ?${N} ?(?:月|[-/.]) ?${N}(?!\\d)[日号]?`, 'y');
const PACKED = /(20\d{2}|19[9]\d)(\d{2})(\d{2})(?!\d)/y;
const MD = new RegExp(`${N}月 ?${N}(?!\\d)(?:日|号${NOT_AN_ADDRESS})?(?!个|人|天)`, 'y');
const SLASHED = /(\d{1,2})([/.-])(\d{1,2})(?![\d/.%-]|[号日]?[楼院]| ?[ap]\.?m)[号日]?/y;
/** Day first or month first: where both are possible, both are meant. */
const YEAR_LAST = /(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/y;
/** “人民路28号” is an address. */
const D = new RegExp(
  `(?<![路街道弄巷栋楼院区座幢室厂苑园坊村])${N} ?(?:号|日(?![清三游两多几]))${NOT_AN_ADDRESS}`,
  'y',
);
const MONTH = new RegExp(`${N}月(份)?(上旬|中旬|下旬|初(?![一二三四五六七八九十])|中|底|末)?`, 'y');
const BARE_DATE = new RegExp(`${N}(?!\\d|个|次|号)`, 'y');
const YEAR_MONTH = new RegExp(`${YEAR}年 ?${N}月`, 'y');
const THIRD = /(上旬|中旬|下旬|初|中|底|末)/y;
const YEAR_WORD = /(今年|去年|上一年|前年|大前年|明年|后年)的?/y;
const SAME_TIME = /(今天|今日|这一?天)|这个?时候|这会儿?|这时|现在这个?时候/y;
const MONTH_WORD = /(上上个?月|上个?月|这个月|本月|当月|下个?月)(份|的)?/y;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ENGLISH_MD = new RegExp(`${NAME}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,? ((?:19|20)\\d{2}))?`, 'y');
const ENGLISH_DM = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAME}(?![a-z])\\.?(?:,? ((?:19|20)\\d{2}))?`, 'y');
const ENGLISH_D = /(?:on )?the (\d{1,2})(?:st|nd|rd|th)(?![a-z0-9])/y;
const YEAR_STEP: Readonly<Record<string, number>> = {
  今年: 0,
  去年: -1,
  上一年: -1,
  前年: -2,
  大前年: -3,
  明年: 1,
  后年: 2,
};

function byMonthWord(text: string, place: number, now: Moment): DayReading | undefined {
  const word = at(MONTH_WORD, text, place);
  if (!word) return undefined;
  const end = place + word[0].length;
  const { year, month } = dateOf(now.day);
  const back = /^上上/.test(word[0]) ? 2 : word[0].startsWith('上') ? 1 : word[0].startsWith('下') ? -1 : 0;
  const index = year * 12 + month - 1 - back;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const date = at(D, text, end) ?? at(BARE_DATE, text, end);
  if (date) return reading(onDate(y, m, n(date[1]), now), end + date[0].length);
  const third = at(THIRD, text, end);
  return reading(wholeMonth(y, m, third?.[1], now), end + (third?.[0].length ?? 0));
}

function byYearWord(text: string, place: number, now: Moment): DayReading | undefined {
  const word = at(YEAR_WORD, text, place);
  if (!word) return undefined;
  const end = place + word[0].length;
  const year = dateOf(now.day).year + (YEAR_STEP[word[1] ?? ''] ?? 0);
  const date = at(MD, text, end);
  if (date) return reading(onDate(year, n(date[1]), n(date[2]), now), end + date[0].length);
  const same = at(SAME_TIME, text, end);
  const { month: m, date: d } = dateOf(now.day);
  const day = same && dayNumber(year, m, d);
  if (same && day !== undefined && day <= now.day) return aroundDay(day, same, end);
  const month = at(MONTH, text, end);
  if (month) return reading(wholeMonth(year, n(month[1]), month[3], now), end + month[0].length);
  return year > dateOf(now.day).year ? { problem: 'inTheFuture', end } : undefined;
}

/** “去年今天”, “去年这个时候”. */
function aroundDay(day: number, { 0: words, 1: exactly }: RegExpExecArray, end: number): DayReading {
  const give = exactly ? 0 : 10;
  const readings = [days(day - give, { last: day + give, ...(give > 0 && { approx: true }) })];
  return { readings, end: end + words.length };
}

function byEnglish(text: string, place: number, now: Moment): DayReading | undefined {
  const md = at(ENGLISH_MD, text, place);
  const dm = md ? undefined : at(ENGLISH_DM, text, place);
  const match = md ?? dm;
  if (match) {
    const [name, date] = md ? [match[1], match[2]] : [match[2], match[1]];
    const month = MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;
    const meant = match[3] ? onDate(Number(match[3]), month, Number(date), now) : inSomeYear(month, Number(date), now);
    return reading(meant, place + match[0].length);
  }
  const only = at(ENGLISH_D, text, place);
  return only && reading(inSomeMonth(Number(only[1]), now), place + only[0].length);
}

/** First characters of the dates below; most places of a text have none of them. */
const NUMBERS = new SignClass(/[\d零〇一二三四五六七八九十廿卅]/);
const WORDS = new SignClass(/[上这本当下今去前大明后jfmasondt]/);

/** A date at this place; `strict` leaves out what in running text is mostly something else (“11.20”, “3-5”). */
export function readDate(text: string, place: number, now: Moment, strict: boolean): DayReading | undefined {
  if (NUMBERS.at(text, place))
    return byNumbers(text, place, now, strict) ?? byEnglish(text, place, now) ?? byThird(text, place, now);
  if (!WORDS.at(text, place)) return undefined;
  return byMonthWord(text, place, now) ?? byYearWord(text, place, now) ?? byEnglish(text, place, now);
}

function byNumbers(text: string, place: number, now: Moment, strict: boolean): DayReading | undefined {
  const full = at(YMD, text, place) ?? at(PACKED, text, place);
  if (full) return reading(onDate(fullYear(full[1] ?? ''), n(full[2]), n(full[3]), now), place + full[0].length);
  const month = at(YEAR_MONTH, text, place);
  if (month) return reading(wholeMonth(fullYear(month[1] ?? ''), n(month[2]), undefined, now), place + month[0].length);
  const last = at(YEAR_LAST, text, place);
  if (last) return yearLast(last, place + last[0].length, now);
  const md = at(MD, text, place);
  if (md) return reading(inSomeYear(n(md[1]), n(md[2]), now), place + md[0].length);
  const slashed = at(SLASHED, text, place);
  if (slashed && !(strict && loose(text, place, slashed))) {
    return reading(inSomeYear(n(slashed[1]), n(slashed[3]), now), place + slashed[0].length);
  }
  const d = at(D, text, place);
  return d && reading(inSomeMonth(n(d[1]), now), place + d[0].length);
}

function yearLast(match: RegExpExecArray, end: number, now: Moment): DayReading {
  const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const meant = [onDate(year, b, a, now), onDate(year, a, b, now)];
  const readings = meant.flatMap((one) => (typeof one === 'string' ? [] : one));
  const same = readings.filter((day, i) => readings.findIndex((other) => other.first === day.first) === i);
  return same.length > 0
    ? { readings: same, end }
    : reading(meant.includes('inTheFuture') ? 'inTheFuture' : 'notADate', end);
}

/** “10月底”, “10月份”. */
function byThird(text: string, place: number, now: Moment): DayReading | undefined {
  const match = at(MONTH, text, place);
  if (!match || !(match[2] || match[3])) return undefined;
  const { year, month } = dateOf(now.day);
  const meant = wholeMonth(n(match[1]) > month ? year - 1 : year, n(match[1]), match[3], now);
  return reading(meant, place + match[0].length);
}

/** In running text “11.20” is a date only before a part of the day or a clock time, or with 号. */
function loose(text: string, place: number, match: RegExpExecArray): boolean {
  if (/[号日]$/.test(match[0])) return false;
  const after = text.slice(place + match[0].length, place + match[0].length + 8);
  return !/^ ?(?:日|号|早|晚|上午|下午|中午|凌晨|傍晚|夜|清晨|\d{1,2}(?:[:点时]))/.test(after);
}
