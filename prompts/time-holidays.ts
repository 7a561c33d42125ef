/** Holidays by name; their dates are data (`time-holiday-dates.ts`). */
import { at, SignClass } from './matches.ts';
import { HAN_DIGITS, HAN_NUMBER, numeral } from './numerals.ts';
import { dateOf, dayNumber, type Moment } from './time-calendar.ts';
import { FIXED, LUNAR, OFF } from './time-holiday-dates.ts';
import { type DayReading, type Days, days } from './time-pieces.ts';
import { solarTerm, TERMS } from './time-solar-terms.ts';

const LUNAR_NAMES = ['春节', '元宵', '端午', '七夕', '中秋', '重阳'];
const OTHER_NAMES: Readonly<Record<string, string>> = {
  五一: '劳动',
  六一: '儿童',
  三八: '妇女',
  大年初一: '春节',
  年初一: '春节',
  双十一: '光棍',
  过年: '春节',
  农历八月十五: '中秋',
  阴历八月十五: '中秋',
  五月初五: '端午',
  七月初七: '七夕',
  九月初九: '重阳',
  十一: '国庆',
  十一长假: '国庆',
  十一假期: '国庆',
  'national day': '国庆',
  'new year': '元旦',
  "new year's day": '元旦',
  'spring festival': '春节',
  'chinese new year': '春节',
  christmas: '圣诞',
  'mid-autumn': '中秋',
  'labour day': '劳动',
};
const NAMES = [
  ...Object.keys(OTHER_NAMES),
  ...Object.keys(FIXED),
  ...LUNAR_NAMES,
  ...Object.keys(TERMS),
  '除夕',
  '大年三十',
  '年三十',
].sort((a, b) => b.length - a.length);
/** “我今年三十六” tells an age. */
/** “一个妇女”, “儿童座椅”: the day needs its 节. */
const COMMON = ['情人', '妇女', '劳动', '儿童', '教师', '光棍'];
const NEW_YEARS_EVE = '(?<![今去前明后\\d])年三十(?![一二三四五六七八九岁多来出了])';
/** “都快过年了”: told of what is to come, too. */
const NEW_YEAR = '(?<!快)过年(?=那几天|那阵|那会|的?时候|期间|放假|被|撞|出)';
/** “十一” alone is a number. */
const NATIONAL_DAY = '(?<![一二三四五六七八九\\d])十一(?=当天|那天|那会|期间|放假|假|黄金周|第[一二三四五六七]天)';
const wordFor = (name: string): string =>
  name === '年三十'
    ? NEW_YEARS_EVE
    : name === '十一'
      ? NATIONAL_DAY
      : name === '过年'
        ? NEW_YEAR
        : COMMON.includes(name)
          ? `${name}(?=节)`
          : name;
const NOT_A_STREET = '(?!节?(?:路|大道|街|广场|小区|医院|中学|小学|学校|桥|镇|村|北|南|东|西|公园|花园|新村|号))';
const YEAR = `(今年|去年|前年|(?:\\d{2}|\\d{4}|[${HAN_DIGITS}]{4})年)?的?`;
const HOLIDAY = new RegExp(
  `${YEAR}(${NAMES.map(wordFor).join('|')})${NOT_A_STREET}(?:节|夜)?(?:(?:放?假期?)?的?(?:(前一天|前夕|第二天|后一天|次日|最后一天)|第([${HAN_NUMBER}\\d])天|(?:大年|年|正月|农历)?初([一二三四五六七八九十]))|(假期|长假|小长假|放假|期间|黄金周|那几天|那阵子?|的?时候|holidays?))?`,
  'y',
);
const NEW_YEAR_DAYS = new RegExp(
  `${YEAR}(?:(?:大年|(?<![今去前明])年|正月|农历正月)初([一二三四五六七八九十])|(?:农历)?正月(十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十))`,
  'y',
);

/** “初三下午”, said within a month of the Spring Festival; else the month of the lunar calendar is not known, or a school year is meant. */
const BARE_DAY =
  /(?<![月上读念正年在是])初([一二三四五六七八九十])(?=那天|当天|[早晚][上晨]?|[上中下]午|傍晚|凌晨|夜里|半夜)/y;
const FIRST_MONTH = 30;

const dayIn = (year: number, monthDay: string | undefined): number | undefined => {
  const [month, date] = (monthDay ?? '').split('.').map(Number);
  return month && date ? dayNumber(year, month, date) : undefined;
};

export const springFestival = (year: number): number | undefined => dayIn(year, LUNAR[year]?.[0]);

function dayOf(name: string, year: number): number | undefined {
  if (name in FIXED) return dayIn(year, FIXED[name]);
  const term = TERMS[name];
  if (term) return solarTerm(year, ...term);
  const lunar = LUNAR_NAMES.indexOf(name);
  if (lunar >= 0) return dayIn(year, LUNAR[year]?.[lunar]);
  const spring = springFestival(year);
  return spring === undefined ? undefined : spring - 1;
}

/** Years in which the day may lie, the latest first. */
function years(word: string | undefined, now: Moment): number[] {
  const { year } = dateOf(now.day);
  if (!word) return [year, year - 1, year - 2];
  const step = { 今年: 0, 去年: 1, 前年: 2 }[word];
  const said = numeral(word.replace('年', '')) ?? year;
  return [step === undefined ? (said < 100 ? 2_000 + said : said) : year - step];
}

/** First characters of everything below; most places of a text have none of them. */
const STARTS = new SignClass(
  /[\d一二零〇过今去前的大年正农元情妇劳儿教国光平圣春端七重五六三八双十清冬除中九立谷夏秋霜阴初nslcm]/,
);

export function readHoliday(text: string, place: number, now: Moment): DayReading | undefined {
  if (!STARTS.at(text, place)) return undefined;
  const first = at(NEW_YEAR_DAYS, text, place);
  if (first)
    return past(
      '春节',
      years(first[1], now),
      (numeral(first[2] ?? first[3] ?? '') ?? 1) - 1,
      place + first[0].length,
      now,
    );
  const match = at(HOLIDAY, text, place);
  if (!match) return readBareDay(text, place, now);
  const name = OTHER_NAMES[match[2] ?? ''] ?? match[2] ?? '';
  const end = place + match[0].length;
  if (match[6]) return daysOff(name, years(match[1], now), end, now);
  const last = match[3] === '最后一天' ? lastDayOff(name, years(match[1], now), now) : undefined;
  if (last !== undefined) return { readings: [days(last)], end };
  const shift = match[3] ? (/前/.test(match[3]) ? -1 : 1) : (numeral(match[4] ?? match[5] ?? '') ?? 1) - 1;
  return past(name, years(match[1], now), shift, end, now);
}

function readBareDay(text: string, place: number, now: Moment): DayReading | undefined {
  const bare = at(BARE_DAY, text, place);
  const { year } = dateOf(now.day);
  const spring = springFestival(year);
  if (!bare || spring === undefined || now.day < spring || now.day > spring + FIRST_MONTH) return undefined;
  const shift = (numeral(bare[1] ?? '') ?? 1) - 1;
  return past('春节', [year], shift, place + bare[0].length, now);
}

function past(name: string, inYears: readonly number[], shift: number, end: number, now: Moment): DayReading {
  const found = inYears.flatMap((year) => {
    const day = dayOf(name, year);
    return day !== undefined && day + shift <= now.day ? [{ year, day: day + shift }] : [];
  });
  const [latest, before] = found;
  if (!latest)
    return { problem: inYears.every((year) => year < dateOf(now.day).year) ? 'notADate' : 'inTheFuture', end };
  const off = shift === 0 ? offDays(name, latest.year) : undefined;
  const reading = days(latest.day, before ? { earlier: before.day } : {});
  return { readings: [reading], ...(off ? { weak: [off] } : {}), end };
}

function offDays(name: string, year: number): Days | undefined {
  const [from, to] = (OFF[name]?.[year] ?? []).map((monthDay) => dayIn(year, monthDay));
  return from !== undefined && to !== undefined && to > from ? days(from, { last: to }) : undefined;
}

/** “国庆最后一天”. */
const lastDayOff = (name: string, inYears: readonly number[], now: Moment): number | undefined =>
  inYears.map((year) => offDays(name, year)?.last).find((day) => day !== undefined && day <= now.day);

function daysOff(name: string, inYears: readonly number[], end: number, now: Moment): DayReading {
  for (const year of inYears) {
    const day = dayOf(name, year);
    const off = offDays(name, year) ?? (day === undefined ? undefined : days(day - 1, { last: day + 1, approx: true }));
    if (off && off.first <= now.day) return { readings: [{ ...off, approx: true }], end };
  }
  return { problem: 'inTheFuture', end };
}
