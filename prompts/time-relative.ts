/** Days counted from today: “昨天”, “上周三”, “三天前”, “前几天”, “last Monday”. */

import { at, FirstOf, SignClass } from './matches.ts';
import { HAN_DIGITS, numeral } from './numerals.ts';
import { dateOf, dayNumber, type Moment, weekdayOf } from './time-calendar.ts';
import { type DayReading, days } from './time-pieces.ts';

const PART_FOLLOWS = '(?=个?(?:早|晨|晚|夜|上午|中午|下午|凌晨|半夜|傍晚|清早|清晨|午|日))';
const BACK = new FirstOf<number>([
  [/大大前(?:天|日|晚|儿个?)/y, 4],
  [/大前(?:天|日|儿个?)/y, 3],
  [new RegExp(`(?<!头)前(?:天|日(?!子)|儿个?|${'(?=(?:早|晚|夜)(?!后))'})`, 'y'), 2],
  [/the (?:day|night) before (?:yesterday|last(?: night)?)/y, 2],
  [new RegExp(`(?:昨|寻|琴|噚)(?:天|日|儿个?|${PART_FOLLOWS})`, 'y'), 1],
  [/yesterday|last (?=night|evening)/y, 1],
  [new RegExp(`今(?:天|日|儿个?|${PART_FOLLOWS})`, 'y'), 0],
  [/today|to(?=night)|this (?=morning|afternoon|evening)/y, 0],
]);
const EVENING = /^[ ,的]{0,2}(?:大?晚|入?夜|深夜|大?半夜|傍晚|黄昏|night|evening)/;
const AHEAD =
  /(?:大后|后|明|听)(?:天|日|儿个?|早|晚)|明年|后年|下(?:个)?(?:周|星期|礼拜|月)[一二三四五六日天末]?|下下周|过(?:两|几|些)天|tomorrow|next (?:week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/y;
const WEEKDAY =
  /(上{1,3}|这|本|前)?一?个?(?:周|星期|礼拜)([一二三四五六日天末]|[1-7](?![\d个天年岁次]))(?!次|年|岁|个)/y;
const LAST_WEEK = /(上{1,3})一?个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])/y;
const ENGLISH_LAST_WEEK = /(?:the )?last week(?!end)/y;
const ENGLISH_WEEKDAY = /(last |on |this (?:past )?|past )?(mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])/y;
const ENGLISH_NAMES = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const AMOUNT = `(\\d{1,3}|[${HAN_DIGITS}十]{1,3}|半)`;
const AGO = new RegExp(`${AMOUNT} ?(个?多|来)?(天|日|周|个?星期|个?礼拜|个?月|年)(?:多)?(?:之前|以前|前)(?!后)`, 'y');
const ENGLISH_AGO =
  /(?:about |around )?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (day|week|month|year)s? ago/y;
const ENGLISH_NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
/** Vague stretches: from and to, in days before today. */
const VAGUE = new FirstOf<readonly [from: number, to: number]>([
  [/(?:好几|好些|几)天(?:之前|以前|前)/y, [7, 2]],
  [/十[几来多]天(?:之前|以前|前)/y, [19, 11]],
  [/[一两]两天(?:之前|以前|前)|a couple of days ago|a few days ago|the other day/y, [4, 1]],
  [/(?:前|(?<![了过])头)(?:几|两|些|三)天/y, [4, 1]],
  [/这(?:几|两)天/y, [2, 0]],
  [/前(?:阵子|阵儿|一阵|段时间|段日子|些日子)|前不久/y, [30, 4]],
]);
const PAIR = /([一两二三四五六七八九])([两二三四五六七八九])天(?:之前|以前|前)/y;

const only = (
  first: number,
  end: number,
  more: { last?: number; approx?: boolean; earlier?: number } = {},
): DayReading => ({ readings: [days(first, more)], end });

/** First characters of the words below; most places of a text have none of them, and most readers need not look. */
const NUMBERS = new SignClass(/[\d一二两三四五六七八九十半]/);
const WORDS = new SignClass(/[大前头昨寻琴噚今后明听下过上这本周星礼个好几tylonpmwfsa]/);

export function readRelative(text: string, place: number, now: Moment): DayReading | undefined {
  if (WORDS.at(text, place)) {
    const named = byWord(text, place, now) ?? byWeekday(text, place, now) ?? byEnglishWeekday(text, place, now);
    if (named) return named;
  } else if (!NUMBERS.at(text, place)) return undefined;
  return byVague(text, place, now) ?? byAmount(text, place, now);
}

function byWord(text: string, place: number, now: Moment): DayReading | undefined {
  const found = BACK.at(text, place);
  if (found) {
    const { match, means: back } = found;
    // Whoever is still awake after midnight says “今晚” of the evening that has just passed.
    const end = place + match[0].length;
    const passed = back === 0 && now.minute % 1_440 < 360 && EVENING.test(text.slice(end, end + 10));
    return only(now.day - back, end, passed ? { earlier: now.day - 1 } : {});
  }
  const ahead = at(AHEAD, text, place);
  return ahead && { problem: 'inTheFuture', end: place + ahead[0].length };
}

function byWeekday(text: string, place: number, now: Moment): DayReading | undefined {
  const week = at(LAST_WEEK, text, place) ?? at(ENGLISH_LAST_WEEK, text, place);
  const monday = now.day - weekdayOf(now.day);
  if (week) {
    const first = monday - 7 * (week[1]?.length ?? 1);
    return { readings: [days(first, { last: first + 6, approx: true })], end: place + week[0].length };
  }
  const match = at(WEEKDAY, text, place);
  if (!match) return undefined;
  const end = place + match[0].length;
  const sign = match[2] ?? '';
  const weekend = sign === '末';
  const index = weekend
    ? 5
    : '一二三四五六日'.indexOf(
        sign === '天' ? '日' : sign.replace(/\d/, (d) => '一二三四五六日'.charAt(Number(d) - 1)),
      );
  return inWeek(match[1], monday + index, weekend ? 1 : 0, end, now);
}

/** `target` is the day of that name in this week; `more` days belong to it (a weekend). */
function inWeek(prefix: string | undefined, target: number, more: number, end: number, now: Moment): DayReading {
  const shaped = (first: number, earlier?: number) =>
    days(first, { last: first + more, ...(earlier === undefined ? {} : { earlier }) });
  if (prefix === '这' || prefix === '本') {
    return target > now.day ? { problem: 'inTheFuture', end } : { readings: [shaped(target)], end };
  }
  if (prefix) {
    const weeks = prefix === '前' ? 2 : prefix.length;
    // “上周二” on a Sunday may be the Tuesday of this very week.
    const also = weeks === 1 && target <= now.day - 2 ? [shaped(target)] : [];
    return { readings: [shaped(target - 7 * weeks), ...also], end };
  }
  const latest = target > now.day ? target - 7 : target;
  const today = latest === now.day ? { weak: [shaped(latest - 7)] } : {};
  return { readings: [shaped(latest, latest - 7)], ...today, end };
}

function byEnglishWeekday(text: string, place: number, now: Moment): DayReading | undefined {
  const match = at(ENGLISH_WEEKDAY, text, place);
  if (!match) return undefined;
  const end = place + match[0].length;
  const target = now.day - weekdayOf(now.day) + ENGLISH_NAMES.indexOf(match[2] ?? '');
  const latest = target >= now.day ? target - 7 : target;
  if (match[1] !== 'last ') return inWeek(undefined, target, 0, end, now);
  const also = target < now.day ? [days(latest - 7)] : [];
  return { readings: [days(latest), ...also], end };
}

function byVague(text: string, place: number, now: Moment): DayReading | undefined {
  const vague = VAGUE.at(text, place);
  if (vague) {
    const [from, to] = vague.means;
    return only(now.day - from, place + vague.match[0].length, { last: now.day - to, approx: true });
  }
  const pair = at(PAIR, text, place);
  const [low, high] = pair ? [numeral(pair[1] ?? ''), numeral(pair[2] ?? '')] : [];
  if (!pair || low === undefined || high !== low + 1) return undefined;
  return only(now.day - high, place + pair[0].length, { last: now.day - low, approx: true });
}

function byAmount(text: string, place: number, now: Moment): DayReading | undefined {
  const chinese = at(AGO, text, place);
  const english = chinese ? undefined : at(ENGLISH_AGO, text, place);
  const match = chinese ?? english;
  if (!match) return undefined;
  const end = place + match[0].length;
  const amount = match[1] ?? '';
  const n = amount === '半' ? 0.5 : (ENGLISH_NUMBERS[amount] ?? numeral(amount) ?? Number.NaN);
  const unit = (chinese ? match[3] : match[2]) ?? '';
  const more = chinese?.[2]?.endsWith('多') === true;
  if (!(n > 0)) return undefined;
  if (/天|日|day/.test(unit)) return n < 1 ? undefined : only(now.day - n, end, more ? { approx: true } : {});
  if (/周|星期|礼拜|week/.test(unit)) return only(now.day - Math.round(n * 7), end, { approx: true });
  const months = /年|year/.test(unit) ? n * 12 : n;
  return more && months === n ? overMonthsAgo(n, end, now) : monthsAgo(months, end, now);
}

/** “一个多月前”: more than a month, less than two. */
function overMonthsAgo(months: number, end: number, now: Moment): DayReading {
  const [from, to] = [months * 30 + 25, months * 30 + 2];
  return only(now.day - from, end, { last: now.day - to, approx: true });
}

/** The same date some months ago, a few days more or less. */
function monthsAgo(months: number, end: number, now: Moment): DayReading {
  const { year, month, date } = dateOf(now.day);
  const index = year * 12 + month - 1 - Math.floor(months);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const same = dayNumber(y, m, date) ?? dayNumber(y, m, 28) ?? now.day;
  const middle = months % 1 === 0 ? same : same - 15;
  const give = months < 1 ? 2 : 3;
  return {
    readings: [days(middle - give, { last: Math.min(middle + give, now.day), approx: true })],
    end,
  };
}
