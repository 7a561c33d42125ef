/** Moments that need no date: “刚才”, “十分钟前”, “一个半小时前”, “half an hour ago”. */

import { at, SignClass } from './matches.ts';
import { HAN_DIGITS, numeral } from './numerals.ts';
import { type Moment, momentOf, spanOf, type TimeSpan } from './time-calendar.ts';

const JUST =
  /刚刚才?|刚才|方才|头先|啱啱|才刚|刚(?=(?:在[^,。;!?\n]{1,8})?(?:被|追尾)|撞|跟|和|追|发生|碰|刮|蹭|翻|出(?:了)?(?:车祸|事))|just now|a moment ago|moments ago/y;
const AMOUNT = `(\\d{1,3}(?:\\.5)?|[${HAN_DIGITS}十]{1,3}|几|十几|十来|半)`;
const BEFORE = '(?:之前|以前|前)';
const HOURS = new RegExp(`${AMOUNT} ?个?(半|多)?个?多?(?:小时|钟头|钟)(多|半)?${BEFORE}`, 'y');
const MINUTES = new RegExp(`${AMOUNT} ?(?:多|来)?(?:分钟|分)(?:多)?${BEFORE}`, 'y');
const QUARTER = /([一三两1-3])刻钟(?:之前|以前|前)/y;
const ENGLISH =
  /(?:about |around )?(\d{1,3}|an?|one|two|three|four|five|six|ten|twenty|thirty|half an?|a few|a couple of) (hour|minute|min|hr)s? ago/y;
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twenty: 20,
  thirty: 30,
  'half a': 0.5,
  'half an': 0.5,
  'a few': 3,
  'a couple of': 2,
  几: 4,
  十几: 15,
  十来: 11,
  半: 0.5,
};
const STAMP = /\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})/y;
/** “刚才” is the last hour. */
const JUST_NOW = 60;

export interface Ago {
  readonly span: TimeSpan;
  readonly end: number;
}

const amountOf = (word: string): number => WORDS[word] ?? numeral(word) ?? Number.NaN;

/** A third more or less, at least five minutes, at most half an hour. */
const give = (minutes: number): number => Math.min(30, Math.max(5, Math.round(minutes / 3)));

export const justNow = (now: Moment): TimeSpan => spanOf(now.minute - JUST_NOW, now.minute, true, 'now');

/** First characters of everything below; most places of a text have none of them. */
const DIGIT = new SignClass(/[\d]/);

/** A complete instant with its zone, as programs write it. */
export function readStamp(text: string, place: number): Ago | undefined {
  if (!DIGIT.at(text, place)) return undefined;
  const match = at(STAMP, text, place);
  const instant = match ? Date.parse(match[0].toUpperCase()) : Number.NaN;
  if (!match || Number.isNaN(instant)) return undefined;
  const { minute } = momentOf({ at: instant });
  return { span: spanOf(minute, minute, false, 'minute'), end: place + match[0].length };
}

/** First characters of everything below; most places of a text have none of them. */
const STARTS = new SignClass(/[\d一二两三四五六七八九十几半刚方头啱才ajmhft]/);

export function readAgo(text: string, place: number, now: Moment): Ago | undefined {
  if (!STARTS.at(text, place)) return undefined;
  const just = at(JUST, text, place);
  if (just) return { span: justNow(now), end: place + just[0].length };
  const { minutes, match } = measured(text, place);
  if (!match || !(minutes > 0)) return undefined;
  const middle = now.minute - Math.round(minutes);
  const grain = minutes >= 60 ? 'hour' : 'minute';
  const span = spanOf(middle - give(minutes), Math.min(now.minute, middle + give(minutes)), true, grain);
  return { span, end: place + match[0].length };
}

function measured(text: string, place: number): { minutes: number; match?: RegExpExecArray } {
  const quarter = at(QUARTER, text, place);
  if (quarter) return { minutes: 15 * amountOf(quarter[1] ?? ''), match: quarter };
  const minutes = at(MINUTES, text, place);
  if (minutes) return { minutes: amountOf(minutes[1] ?? ''), match: minutes };
  const hours = at(HOURS, text, place);
  if (hours) {
    const amount = amountOf(hours[1] ?? '');
    const more = hours[2] || hours[3] ? Math.min(0.5, amount / 2) : 0;
    return { minutes: 60 * (amount + more), match: hours };
  }
  const english = at(ENGLISH, text, place);
  if (!english) return { minutes: 0 };
  return { minutes: amountOf(english[1] ?? '') * (/^h/.test(english[2] ?? '') ? 60 : 1), match: english };
}
