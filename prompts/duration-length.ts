/** Lengths of time in days: “90天”, “三周”, “一个半月”, “俩月”, “十来天”, “一个月零五天”. A month has 30 days. */
import { matches } from './matches.ts';
import { HAN_DIGITS, numeral } from './numerals.ts';

export interface Length {
  /** “三月” may be March. */
  readonly named: boolean;
  readonly days: number;
  readonly start: number;
  readonly end: number;
}

const NUMBER = `\\d{1,4}(?:\\.5)?|[${HAN_DIGITS}十百俩仨半]{1,6}`;
const MORE = '[多来几余]?';
const UNIT = '天|日|月|星期|礼拜|周|年';
/** Behind these a length is none: “三天前”, “三天内”, “三天一次”, “三月份”, “三月20号”, “三个月大”. */
const NOT_BEHIND =
  '之?[前内](?!期)|以[前内上下]|一[次趟回]|[数份票初中底末历薪均]|[\\d一二三四五六七八九十]{1,3}[日号]|大[的了]?(?:孩|娃|宝)';
/** Never inside a number, a date or an ordinal, nor “前两天”, “每三天”, “这几天”, “过两天”. */
const LENGTH = new RegExp(
  `(?<![\\d.${HAN_DIGITS}十百第前这那过隔每头近半年月]|\\d[:/-])(${NUMBER}) ?(个?${MORE})(半?)(${UNIT})(半?)(?:[零又](${NUMBER})天)?(?!${NOT_BEHIND})`,
  'g',
);
const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 };
const HALF_YEAR = 180;
const LONGEST = 3_650;
/** Nobody tells more of them in one message. */
const MOST = 100;

/** “十七八” is seventeen, “三四” three: the lower of two. */
function countOf(words: string): number | undefined {
  if (words === '半') return 0.5;
  if (words.endsWith('半') || words.startsWith('半')) return undefined;
  const pair = /^([一二三四五六七八九]?十?)([一两二三四五六七八])[二两三四五六七八九]$/.exec(words);
  const lower = pair && (pair[1] === '' || pair[1]?.endsWith('十')) ? `${pair[1]}${pair[2]}` : words;
  return /^\d/.test(words) ? Number(words) : numeral(lower);
}

function lengthOf(match: RegExpExecArray): Length | undefined {
  const [all, number = '', counter, before, unit = '', behind, rest] = match;
  const count = countOf(number);
  const length = DAYS[unit];
  if (count === undefined || length === undefined) return undefined;
  // “一个半月”, “三天半”: half of the unit is added.
  const whole = count + (before || behind ? 0.5 : 0);
  const days = Math.floor(whole === 0.5 && unit === '年' ? HALF_YEAR : whole * length) + (countOf(rest ?? '') ?? 0);
  if (days < 1 || days > LONGEST) return undefined;
  const named = unit === '月' && !counter && !before && !/[俩仨两半]/.test(number);
  return { days, named, start: match.index, end: match.index + all.length };
}

/** Lengths in a normal text, in order. */
export function lengthsIn(text: string): Length[] {
  if (!/[天日月周年]|星期|礼拜/.test(text)) return [];
  return matches(LENGTH, text)
    .slice(0, MOST)
    .flatMap((match) => lengthOf(match) ?? []);
}
