/**
 * One way of writing for everything people type: simplified characters, half width, lower case, no invisible characters, and
 * the words of everywhere for those of one region.
 * Spans found in the normal text lead back to the text as it was written.
 */
import { regionalIn } from './regional.ts';
import { SIMPLIFIED } from './simplified.ts';

/** Longer texts are read up to here (UTF-16 units), so that every kind stays linear and bounded. */
export const LONGEST = 5_000;

export interface Normal {
  readonly text: string;
  /** From [start, end) in `text` to [start, end) in the original. */
  span(start: number, end: number): readonly [number, number];
}

/** Controls, soft hyphen, zero-width and direction marks, keycap and emoji variation signs. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20e3, 0x20e3],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const isInvisible = (code: number): boolean => INVISIBLE.some(([from, to]) => code >= from && code <= to);

const LOOKALIKES: Readonly<Record<string, string>> = {
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '﹣': '-',
  '～': '~',
  '〜': '~',
  '•': '·',
  '・': '·',
  '‧': '·',
  '∙': '·',
  '．': '.',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '￥': '¥',
  '∶': ':',
  '︰': ':',
};

function fold(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? unit.toLowerCase() : code === 9 || code === 13 ? ' ' : unit;
  const plain = SIMPLIFIED.get(unit) ?? LOOKALIKES[unit];
  if (plain) return plain;
  if (code >= 0xff01 && code <= 0xff5e) return fold(String.fromCharCode(code - 0xfee0));
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code >= 0x2460 && code <= 0x2468) return String.fromCharCode(code - 0x2460 + 0x31); // ① … ⑨
  return unit;
}

const isHan = (unit: string | undefined): boolean => unit !== undefined && unit >= '\u4e00' && unit <= '\u9fff';

/** Speech-to-text writes “昨 天 晚 上”: the space between two characters that stand alone is no separator. */
function isSpelling(raw: string, i: number): boolean {
  if (raw[i] !== ' ' || !isHan(raw[i - 1]) || !isHan(raw[i + 1])) return false;
  const single = (raw[i - 2] ?? ' ') === ' ' && (raw[i + 2] ?? ' ') === ' ';
  return single && (raw[i - 2] === ' ' || raw[i + 2] === ' ');
}

/** A dozen kinds look at the same message: what was written last is worked out once. */
const REMEMBERED = 8;
const known = new Map<string, Normal>();

let latest: { readonly original: string; readonly found: Normal } | undefined;

export function normal(original: string): Normal {
  if (latest?.original !== original) latest = { original, found: normalBefore(original) };
  return latest.found;
}

function normalBefore(original: string): Normal {
  const before = known.get(original);
  if (before) return before;
  if (known.size >= REMEMBERED) known.clear();
  const found = normalOf(original);
  known.set(original, found);
  return found;
}

/** What a sign becomes, worked out when it is first seen: 0 is not known yet, GONE is left out (itself a control that is). */
const FOLDED = new Uint16Array(0x1_0000);
const GONE = 1;
function folded(code: number): number {
  const plain = isInvisible(code) ? GONE : fold(String.fromCharCode(code)).charCodeAt(0);
  FOLDED[code] = plain;
  return plain;
}

function normalOf(original: string): Normal {
  const raw = original.slice(0, LONGEST);
  for (let i = 0; i < raw.length; i += 1) if (!isNormal(raw, i)) return changed(raw);
  return commonly(raw, raw.length);
}

function isNormal(raw: string, i: number): boolean {
  const code = raw.charCodeAt(i);
  const plain = FOLDED[code] || folded(code);
  return plain === code && plain !== GONE && !(code === BLANK && isSpelling(raw, i));
}

function changed(raw: string): Normal {
  const positions = new Uint16Array(raw.length);
  let text = '';
  let length = 0;
  /** From here on nothing has changed. */
  let same = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    const plain = FOLDED[code] || folded(code);
    const gone = plain === GONE || (code === BLANK && isSpelling(raw, i));
    if (gone || plain !== code) {
      text += raw.slice(same, i);
      if (!gone) text += String.fromCharCode(plain);
      same = i + 1;
    }
    if (!gone) positions[length++] = i;
  }
  return commonly(text + raw.slice(same), length, positions);
}
const BLANK = 0x20;

/** With the words of everywhere; `positions` are the places of the signs in the original, where these have moved. */
function commonly(text: string, length: number, moved?: Uint16Array): Normal {
  const regional = regionalIn(text);
  if (regional.length === 0) return { text, span: moved ? spans(moved, moved, length) : unmoved(length) };
  const positions = moved?.subarray(0, length) ?? Uint16Array.from({ length }, (_, i) => i);
  let words = '';
  const [starts, lasts]: [number[], number[]] = [[], []];
  const keep = (from: number, to: number): void => {
    words += text.slice(from, to);
    starts.push(...positions.subarray(from, to));
    lasts.push(...positions.subarray(from, to));
  };
  let from = 0;
  for (const { start, end, common } of regional) {
    keep(from, start);
    words += common;
    // Any part of the common word is the whole of the regional one.
    for (const _ of common) {
      starts.push(positions[start] ?? 0);
      lasts.push(positions[end - 1] ?? 0);
    }
    from = end;
  }
  keep(from, text.length);
  return { text: words, span: spans(starts, lasts, starts.length) };
}

const unmoved =
  (length: number): Normal['span'] =>
  (start, end) => [start < length ? start : 0, end > 0 && end <= length ? end : 0];

const spans =
  (starts: ArrayLike<number>, lasts: ArrayLike<number>, length: number): Normal['span'] =>
  (start, end) => [start < length ? (starts[start] ?? 0) : 0, end <= length ? (lasts[end - 1] ?? -1) + 1 : 0];

const EDGES = new Set(' \t\n,，。.、;；!！?？~～:："\'()（）[]【】<>《》…·');

/** The words of an answer in their normal form, without the punctuation around them: “好的！” becomes “好的”. */
export function bare(original: string): string {
  const { text } = normal(original);
  let start = 0;
  let end = text.length;
  while (start < end && EDGES.has(text.charAt(start))) start += 1;
  while (end > start && EDGES.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a text is nothing but words of a sticky pattern, taken one after the other; never goes back, so it stays linear. */
export function consistsOf(words: RegExp, text: string): boolean {
  let place = 0;
  while (place < text.length) {
    words.lastIndex = place;
    const match = words.exec(text);
    if (!match || match[0] === '') return false;
    place += match[0].length;
  }
  return true;
}
