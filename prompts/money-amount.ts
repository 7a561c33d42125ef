/** One amount at one place of a text: “3万5”, “两千五百块零五毛”, “五六千”, “7w多”, “块八毛”, “¥3,500.00”. */

import { at } from './matches.ts';
import { HALF, UNIT, type Yuan, yuanAt } from './money-number.ts';
import { numeral } from './numerals.ts';

export interface Amount {
  readonly fen: number;
  readonly maxFen?: number;
  readonly approx: boolean;
  readonly end: number;
  /** 元, 块 or ¥ was said. */
  readonly unit: boolean;
  /** 万 or 千 without another unit: mostly money. */
  readonly large: boolean;
}

const SIGN = /(?:¥|rmb|cny|人民币) ?/y;
const MORE = /(?:多|来|余|好几)(?:(万|千))?/y;
const YUAN = / ?(?:元|块|圆|蚊(?!子|虫|香)|yuan|rmb|cny)(?:钱|整|人民币)?/y;
const SMALL = /(?:零|又)?([\d一二两三四五六七八九])(毛|角)(?:钱)?(?:([\d一二两三四五六七八九])分?)?/y;
const COINS = /(块)?([\d一二两三四五六七八九])(毛|角)(?![不病牌架形区铁警])(?:([\d一二三四五六七八九])分?)?/y;
const AROUND = / ?(?:左右|上下|出头)/y;
const RANGE = / ?(?:到|至|-|~) ?/y;

export function amountAt(text: string, start: number): Amount | undefined {
  const sign = at(SIGN, text, start);
  const from = start + (sign?.[0].length ?? 0);
  const coins = coinsOnly(text, from);
  if (coins) return coins;
  const first = yuanAt(text, from);
  if (!first) return undefined;
  const range = first.maxFen === undefined ? rangeAt(text, first) : undefined;
  return finished(text, range ?? first, sign !== undefined);
}

/** “块八毛”, “五毛”. */
function coinsOnly(text: string, from: number): Amount | undefined {
  const small = at(COINS, text, from);
  if (!small || /[\d块]/.test(text.charAt(from - 1))) return undefined;
  const fen = (small[1] ? 100 : 0) + (numeral(small[2] ?? '') ?? 0) * 10 + (numeral(small[4] ?? '0') ?? 0);
  return { fen, approx: false, end: from + small[0].length, unit: true, large: false };
}

function rangeAt(text: string, first: Yuan): Yuan | undefined {
  const to = at(RANGE, text, first.end);
  const second = to ? yuanAt(text, first.end + to[0].length) : undefined;
  if (!second) return undefined;
  // “五到八千” shares the unit of its end.
  const low = first.fen < second.fen && first.large === second.large ? first.fen : first.fen * second.place;
  return low < second.fen
    ? { ...second, fen: low, maxFen: second.fen, approx: true, large: first.large || second.large }
    : undefined;
}

function finished(text: string, number: Yuan, signed: boolean): Amount {
  const more = number.maxFen === undefined ? at(MORE, text, number.end) : undefined;
  let end = number.end + (more?.[0].length ?? 0);
  const times = UNIT[more?.[1] ?? ''] ?? 1;
  const yuan = at(YUAN, text, end);
  end += yuan?.[0].length ?? 0;
  const small = yuan && !more ? smallAt(text, end) : undefined;
  const around = at(AROUND, text, small?.end ?? end);
  const fen = number.fen * times + (small?.fen ?? 0);
  const maxFen = more ? (number.fen / 100 + number.place) * times * 100 - 100 : number.maxFen;
  return {
    fen,
    ...(maxFen !== undefined && { maxFen }),
    approx: number.approx === true || more !== undefined || around !== undefined,
    end: (small?.end ?? end) + (around?.[0].length ?? 0),
    unit: yuan !== undefined || signed,
    large: number.large || times > 1,
  };
}

/** “零五毛”, and “一块五”. */
function smallAt(text: string, from: number): { fen: number; end: number } | undefined {
  const small = at(SMALL, text, from);
  if (small)
    return { fen: (numeral(small[1] ?? '') ?? 0) * 10 + (numeral(small[3] ?? '0') ?? 0), end: from + small[0].length };
  const half = at(HALF, text, from);
  return half && /块$/.test(text.slice(from - 1, from))
    ? { fen: half[1] === '半' ? 50 : (numeral(half[1] ?? '') ?? 0) * 10, end: from + half[0].length }
    : undefined;
}
