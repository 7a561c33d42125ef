/** A number of yuan without its unit: “3万5”, “五六千”, “十几万”, “一万八九”, “12,345.60”. */
import { at } from './matches.ts';
import { HAN_NUMBER, LONGEST_NUMBER, numeral } from './numerals.ts';

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const HAN = `${HAN_NUMBER}亿${FORMAL}`;
/** Where an amount may begin. */
export const MONEY_START = new RegExp(`(?:¥ ?)?(?:(?:rmb|cny|人民币) ?)?[\\d${HAN}几块]`, 'g');
const ARABIC = /(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(\d{1,4}))?/y;
const MULTIPLE = /([十百千]?万|[十百千wk亿])(?![a-z])/y;
const HAN_WORD = new RegExp(`(?![百千万亿佰仟])[${HAN}]{1,${LONGEST_NUMBER}}`, 'y');
const PAIR = /([一二两三四五六七八])([二两三四五六七八九])(十|百|千|万)(万)?/y;
/** “千把块”: somewhat more than a thousand. */
const ROUGHLY = /(百|千|万)(?:把|十[来多](?=块|元))(?=块|元|$|[,。;!? ])/y;
/** “千儿八百”, “百八十块”, “万儿八千”: up to that much. */
const UP_TO = /(百八十|千(?:儿|把)?八百|万(?:儿|把)?八千)(?=块|元|$|[,。;!? 的])/y;
/** “万二”, “万八块”: one myriad and two, eight thousand; “万一” means “if”. */
const MYRIAD_AND = /万([二三四五六七八九])(?=块|元|蚊|$|[,。;!? ])/y;
const UP_TO_YUAN: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000 };
/** “两个多”, “三个w”: of 万, where only money is meant. */
const OF_MYRIADS = /([一两二三四五六七八九十])个(?:多(?=$|[,。;!? ])|w(?![a-z]))/y;
/** “垫了两个多”. */
const SPENT = /(?:花|垫|掏|付|贴|砸|欠|搭)(?:进去|出去|[了过出进上])?(?:大概|差不多|快|都|得|有|也|已经){0,2}$/;
/** “三千一个月”: the last sign counts what follows. */
const COUNTS_NEXT = /^(?:个|天|年|月|周|次|套|晚|趟|针|小时|回|份|张|台|辆|顿|夜|场|人|户|者|[共起样定直般点并时次])/;
const VAGUE = /([二三四五六七八九]?十)?几(十|百|千|万)?(万)?/y;
const TENS_PAIR =
  /([一二三四五六七八九]?十[一二三四五六七八]?|[一二两三四五六七八九]?[百千万][一二两三四五六七八])([一二三四五六七八九])(万|千)?(?![一二三四五六七八九十百千万])/y;
const LOWER = /([\d一二两三四五六七八九])(千|百)(?:([\d一二三四五六七八九])(百)?)?/y;
/** “三万五”, “块五”: a digit that counts a tenth of what stands before it. */
export const HALF = /(半|[\d一二三四五六七八九])(?![\d一二三四五六七八九十百千万个天人年月点套次份张台辆趟])/y;
export const UNIT: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1_000,
  k: 1_000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  w: 10_000,
  亿: 100_000_000,
};

export interface Yuan {
  /** Yuan times 100, a whole number. */
  readonly fen: number;
  /** The last place that was said, in yuan: “三千多” is up to 3,999. */
  readonly place: number;
  readonly end: number;
  readonly maxFen?: number;
  readonly approx?: boolean;
  readonly large: boolean;
}

export function yuanAt(text: string, from: number): Yuan | undefined {
  return approximate(text, from) ?? arabic(text, from) ?? han(text, from);
}

/** “五六千”, “一万八九”, “几千”, “十几万”. */
function approximate(text: string, from: number): Yuan | undefined {
  const pair = at(PAIR, text, from);
  const [low, high] = pair ? [numeral(pair[1] ?? ''), numeral(pair[2] ?? '')] : [];
  // “五六千”; “三五万” skips one.
  if (pair && low !== undefined && (high === low + 1 || pair[0].startsWith('三五'))) {
    const unit = (UNIT[pair[3] ?? ''] ?? 1) * (pair[4] ? 10_000 : 1);
    return ranged(low * unit, ((high ?? low) + 1) * unit - 1, unit, from + pair[0].length);
  }
  const tail = at(TENS_PAIR, text, from);
  const base = tail ? numeral(tail[1] ?? '') : undefined;
  const next = tail ? numeral((tail[1] ?? '').slice(0, -1) + (tail[2] ?? '')) : undefined;
  if (
    tail &&
    base !== undefined &&
    next !== undefined &&
    numeral((tail[1] ?? '').slice(-1)) === (numeral(tail[2] ?? '') ?? 0) - 1
  ) {
    const times = UNIT[tail[3] ?? ''] ?? 1;
    const step = (next - base) * times;
    return ranged(base * times, next * times + step - 1, step, from + tail[0].length);
  }
  const roughly = at(ROUGHLY, text, from);
  const about = UNIT[roughly?.[1] ?? ''];
  if (roughly && about) return ranged(about, 2 * about - 1, about, from + roughly[0].length);
  return upTo(text, from) ?? myriadAnd(text, from) ?? myriads(text, from) ?? vaguely(text, from);
}

function upTo(text: string, from: number): Yuan | undefined {
  const match = at(UP_TO, text, from);
  const most = UP_TO_YUAN[match?.[1]?.charAt(0) ?? ''];
  return match && most ? ranged(most * 0.8, most, most / 10, from + match[0].length) : undefined;
}

function myriadAnd(text: string, from: number): Yuan | undefined {
  const thousands = numeral(at(MYRIAD_AND, text, from)?.[1] ?? '');
  if (thousands === undefined) return undefined;
  return { fen: (10_000 + thousands * 1_000) * 100, place: 1_000, end: from + 2, large: true };
}

function myriads(text: string, from: number): Yuan | undefined {
  const match = at(OF_MYRIADS, text, from);
  const n = numeral(match?.[1] ?? '');
  if (!match || n === undefined) return undefined;
  const end = from + match[0].length;
  if (match[0].endsWith('w')) return { fen: n * 1_000_000, place: 10_000, end, large: true };
  return SPENT.test(text.slice(Math.max(0, from - 8), from))
    ? ranged(n * 10_000, (n + 1) * 10_000 - 1, 10_000, end)
    : undefined;
}

function vaguely(text: string, from: number): Yuan | undefined {
  const vague = at(VAGUE, text, from);
  if (!vague || !(vague[2] || vague[3])) return undefined;
  const unit = (UNIT[vague[2] ?? ''] ?? 1) * (vague[3] ? 10_000 : 1);
  const tens = numeral(vague[1] ?? '') ?? 0;
  return tens > 0
    ? ranged((tens + 1) * unit, (tens + 10) * unit - 1, unit, from + vague[0].length)
    : ranged(2 * unit, 10 * unit - 1, unit, from + vague[0].length);
}

const ranged = (low: number, high: number, place: number, end: number): Yuan => ({
  fen: low * 100,
  maxFen: high * 100,
  approx: true,
  place,
  end,
  large: place >= 1_000,
});

function arabic(text: string, from: number): Yuan | undefined {
  const match = at(ARABIC, text, from);
  if (!match || /\d/.test(text.charAt(from + match[0].length))) return undefined;
  const whole = Number((match[1] ?? '').replaceAll(',', ''));
  const decimals = (match[2] ?? '').padEnd(4, '0');
  const end = from + match[0].length;
  const unit = at(MULTIPLE, text, end);
  const times = UNIT[unit?.[1] ?? ''] ?? 1;
  const fen = Math.round(((whole * 10_000 + Number(decimals)) * times) / 100);
  if (!unit) return { fen, place: lastPlace(whole), end, large: match[0].includes(',') };
  return withTail(text, { fen, place: times, end: end + unit[0].length, large: times >= 1_000 });
}

/** “1千2” is 1,200, “3万5” is 35,000, “3万5千” too. */
function withTail(text: string, number: Yuan): Yuan {
  const more = at(LOWER, text, number.end);
  if (more) {
    const unit = UNIT[more[2] ?? ''] ?? 1;
    const extra = (numeral(more[1] ?? '') ?? 0) * unit + (numeral(more[3] ?? '0') ?? 0) * (unit / 10);
    return {
      ...number,
      fen: number.fen + extra * 100,
      place: more[3] ? unit / 10 : unit,
      end: number.end + more[0].length,
    };
  }
  const half = at(HALF, text, number.end);
  if (!half) return number;
  const tenth = number.place / 10;
  const extra = half[1] === '半' ? 5 * tenth : (numeral(half[1] ?? '') ?? 0) * tenth;
  return { ...number, fen: number.fen + extra * 100, place: tenth, end: number.end + half[0].length };
}

function han(text: string, from: number): Yuan | undefined {
  const run = at(HAN_WORD, text, from)?.[0] ?? '';
  const counts =
    /[百千万][二三四五六七八九]?[一两]$|[百千万]三$/.test(run) &&
    COUNTS_NEXT.test(text.slice(from + run.length, from + run.length + 2));
  const word = counts ? run.slice(0, -1) : run;
  const yuan = numeral(word);
  if (yuan === undefined || !Number.isSafeInteger(yuan * 100)) return undefined;
  const end = from + word.length;
  const unit = [...word].reverse().find((char) => char in UNIT || '拾佰仟'.includes(char));
  const place = unit && word.endsWith(unit) ? (numeral(unit) ?? 1) : lastPlace(yuan);
  return { fen: yuan * 100, place, end, large: /[千万仟亿]/.test(word) };
}

/** 3,500 was said to the hundred. */
function lastPlace(n: number): number {
  let place = 1;
  while (n > 0 && n % (place * 10) === 0) place *= 10;
  return place;
}
