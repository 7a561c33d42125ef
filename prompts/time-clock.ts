/** Clock times: “八点半”, “差五分九点”, “20:15”, “7点多”, “8 pm”. */

import { at, SignClass } from './matches.ts';
import { numeral } from './numerals.ts';
import { isABit } from './time-parts.ts';
import type { Clock, Fuzz } from './time-pieces.ts';

export interface ClockReading {
  readonly clock: Clock;
  readonly end: number;
  /** Only an hour in words, such as “一点”, that may mean something else. */
  readonly bare: boolean;
}

const HOUR = '(\\d{1,2}|[一二三四五六七八九十两零]{1,3})';
const MINUTES = '(半|[一1]刻|[三3]刻|整|钟|[零〇]?[\\d一二三四五六七八九十]{1,3})';
const DIGITAL = /(\d{1,2}):(\d{1,2})(?::\d{1,2}(?:\.\d{1,6})?)?(?!\d|:)(?: ?([ap])\.?m(?![a-z])\.?)?/y;
/** “昨晚8.30”: only where a time is expected. */
const DOTTED = /(\d{1,2})\.([0-5]\d)(?![\d.]|米|公里|万|元)/y;
const ISO_TIME = /t(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?!\d)/y;
const ISO_DATE_BEFORE = /\d{4}-\d{2}-\d{2} $/;
const OFFICIAL = new RegExp(`${HOUR}时(?!候|间|速|而|代|常)(?:${HOUR}分?)?(?!小)`, 'y');
const TWO_HOURS =
  /(十?[一二三四五六七八九])([二三四五六七八九十])点(?!\d)|(\d{1,2})[、,~-](\d{1,2})点(?!\d)|([一二三四五六七八九])[、,]([二三四五六七八九十])点/y;
const SPOKEN = new RegExp(`${HOUR}点(?![都也儿不])(?:过)?(?:(多|几(?!个)|来)钟?|${MINUTES}(?:分钟?|钟)?)?`, 'y');
const TO_HOUR = /差([一二三四五六七八九十\d]{1,3})(分钟?|刻)钟?(?:就|不)?到?(\d{1,2}|[一二三四五六七八九十两]{1,3})点/y;
const FROM_HOUR = /(\d{1,2}|[一二三四五六七八九十两]{1,3})点(?:钟)?差([一二三四五六七八九十\d]{1,3})(分|刻)/y;
const ENGLISH = /(?:at |around |about |by |near )?(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m(?![a-z])\.?/y;
const OCLOCK = /(?:at |around |about )?(\d{1,2}) ?o'?clock/y;
const AT_HOUR =
  /(?:at|around|about) (\d{1,2})(?::(\d{2}))?(?![\d:%-]|(?:st|nd|rd|th)| ?(?:km|m|people|persons|cars|metres|meters|minutes|hours|days|weeks))/y;
const AROUND = /(?: ?(?:左右|前后|上下|的?样子|光景|来钟|许|附近|吧左右|or so))/y;

const n = (text: string | undefined): number => numeral(text ?? '') ?? Number.NaN;

function made(
  hour: number,
  minute: number | undefined,
  end: number,
  more: Partial<Clock> & { bare?: boolean } = {},
): ClockReading | undefined {
  if (!(hour >= 0 && hour <= 24) || (minute !== undefined && !(minute >= 0 && minute <= 59))) return undefined;
  const { bare = false, ...clock } = more;
  return {
    clock: { hour, ...(minute === undefined ? {} : { minute }), exact: false, fuzz: 'none', ...clock },
    end,
    bare,
  };
}

/** First characters of everything below; most places of a text have none of them. */
const STARTS = new SignClass(/[\d一二两三四五六七八九十零差atbn]/);

/** A clock time at this place; “25:61” is none. */
export function readClock(text: string, place: number, expected = false): ClockReading | undefined {
  if (!STARTS.at(text, place)) return undefined;
  const dotted = expected ? at(DOTTED, text, place) : undefined;
  if (dotted && !/^ ?[ap]\.?m/.test(text.slice(place + dotted[0].length)))
    return tailed(text, made(Number(dotted[1]), Number(dotted[2]), place + dotted[0].length));
  return digital(text, place) ?? spoken(text, place) ?? english(text, place);
}

/** Whether something is written like a clock time that no clock shows: “25:61”. */
export const impossibleClock = (text: string): boolean =>
  [...text.slice(0, 400).matchAll(/(?<!\d)(\d{1,2})(?::(\d{2})(?!\d)|点)/g)].some(
    (match) => Number(match[1]) > 24 || Number(match[2] ?? 0) > 59,
  );

function digital(text: string, place: number): ClockReading | undefined {
  const iso = at(ISO_TIME, text, place);
  if (iso) return made(Number(iso[1]), Number(iso[2]), place + iso[0].length, { exact: true });
  const match = at(DIGITAL, text, place);
  if (match) {
    const end = place + match[0].length;
    const meridiem = match[3] === 'a' ? ('am' as const) : match[3] === 'p' ? ('pm' as const) : undefined;
    // “08:30” is a 24-hour clock, and so is what a date picker writes; “8:30” and “12:30” may be the evening.
    return tailed(
      text,
      made(Number(match[1]), Number(match[2]), end, {
        exact: /^0/.test(match[1] ?? '') || ISO_DATE_BEFORE.test(text.slice(Math.max(0, place - 11), place)),
        ...(meridiem && { meridiem }),
      }),
    );
  }
  const official = at(OFFICIAL, text, place);
  if (!official) return undefined;
  const minute = official[2] === undefined ? undefined : n(official[2]);
  return tailed(text, made(n(official[1]), minute, place + official[0].length, { exact: true }));
}

function spoken(text: string, place: number): ClockReading | undefined {
  const to = at(TO_HOUR, text, place);
  if (to) return made(n(to[3]) - 1, 60 - n(to[1]) * (to[2] === '刻' ? 15 : 1), place + to[0].length);
  const from = at(FROM_HOUR, text, place);
  if (from) return made(n(from[1]) - 1, 60 - n(from[2]) * (from[3] === '刻' ? 15 : 1), place + from[0].length);
  const two = at(TWO_HOURS, text, place);
  const [low, high] = two ? hoursOf(two) : [];
  if (two && low !== undefined && high === low + 1)
    return tailed(text, made(low, undefined, place + two[0].length, { hourTo: high, fuzz: 'over' }));
  if (isABit(text, place - 1)) return undefined;
  const match = at(SPOKEN, text, place);
  return match && hourAndMinutes(text, place, match);
}

/** “七八点”, “十一二点”, “6、7点”. */
function hoursOf(two: RegExpExecArray): [number, number] {
  const [low, high] = [two[1] ?? two[3] ?? two[5] ?? '', two[2] ?? two[4] ?? two[6] ?? ''];
  return [n(low), n(low.length > 1 && low.startsWith('十') ? `十${high}` : high)];
}

function hourAndMinutes(text: string, place: number, match: RegExpExecArray): ClockReading | undefined {
  const hour = n(match[1]);
  if (/[多几来]/.test(match[2] ?? ''))
    return tailed(
      text,
      made(hour, undefined, place + match[0].length, { fuzz: match[2] === '来' ? 'around' : 'over' }),
    );
  const said = trimmed(match[3], text.charAt(place + match[0].length), /分钟?$/.test(match[0]));
  const head = place + match[0].indexOf('点') + 1;
  const passed = match[0].includes('点过') ? 1 : 0;
  if (said === undefined) return tailed(text, made(hour, undefined, head, { bare: true }));
  const whole = said === match[3];
  const end = whole ? place + match[0].length : head + passed + said.length;
  const minute = { 半: 30, 整: 0, 一刻: 15, '1刻': 15, 三刻: 45, '3刻': 45 }[said];
  return tailed(text, made(hour, said === '钟' ? undefined : (minute ?? n(said)), end));
}

/** “七点二十三个人” is 7:20 and three people; “两点三” and “8点2个人” have no minutes. */
function trimmed(said: string | undefined, next: string, unit: boolean): string | undefined {
  if (said === undefined || unit || !/[\d一二三四五六七八九十]$/.test(said)) return said;
  const counts = /[个人名位辆台块元万千百天岁米公号月周年点]/.test(next);
  const short = counts ? said.slice(0, -1) : said;
  return /^(?:\d{2}|[零〇][一二三四五六七八九\d]|[二三四五]?十[一二三四五六七八九]?|\d十)$/.test(short)
    ? short
    : undefined;
}

function english(text: string, place: number): ClockReading | undefined {
  const match = at(ENGLISH, text, place);
  if (match) {
    const fuzz: Fuzz = /^(?:around|about|near)/.test(match[0]) ? 'around' : 'none';
    const minute = match[2] === undefined ? undefined : Number(match[2]);
    return made(Number(match[1]), minute, place + match[0].length, { meridiem: match[3] === 'a' ? 'am' : 'pm', fuzz });
  }
  const plain = at(OCLOCK, text, place) ?? at(AT_HOUR, text, place);
  if (!plain) return undefined;
  const minute = plain[2] === undefined ? undefined : Number(plain[2]);
  return tailed(
    text,
    made(Number(plain[1]), minute, place + plain[0].length, {
      fuzz: /^(?:around|about)/.test(plain[0]) ? 'around' : 'none',
    }),
  );
}

/** “左右” and its like behind a clock time. */
function tailed(text: string, reading: ClockReading | undefined): ClockReading | undefined {
  if (!reading) return undefined;
  const tail = at(AROUND, text, reading.end);
  return tail
    ? { ...reading, clock: { ...reading.clock, fuzz: 'around' }, end: reading.end + tail[0].length, bare: false }
    : reading;
}
