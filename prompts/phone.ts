/** Phone numbers: mainland mobiles, and others with “+” and country code; in answers also landlines and “0044…”. */

import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { normal } from './normal.ts';
import { digitOf, HAN_DIGITS } from './numerals.ts';
import { foreignNumber, isForeign } from './phone-foreign.ts';
import { amendedPlate } from './plate-amend.ts';
import { remembered } from './remembered.ts';

const MOBILE = /^(?:\+?0{0,2}86)?(1[3-9]\d{9})$/;
/** Area code without its place among the digits known: 010, 02x have three digits, others four. */
const LANDLINE = /^(?:\+?0{0,2}86)?0?(10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/;
const CANONICAL_LANDLINE = /^0(?:10|2\d|[3-9]\d{2})-[2-9]\d{6,7}$/;
const BLOB = /\+?\d(?:[ .\-()]{0,2}\d)*/g;
const HAN_ROW = new RegExp(`[${HAN_DIGITS}幺](?: ?-?[${HAN_DIGITS}幺]){2,}`, 'g');
/** A number written right behind one of these is a phone; behind other Latin letters it is part of a code. */
const LABEL = /(?:tel|phone|mobile|call|cell|number|no|wx|vx|wechat)$/;
/** A row of digits of this many in all is an ID or a bank card, even with blanks in it. */
const isOtherNumber = (digits: number): boolean => digits === 15 || (digits >= 17 && digits <= 19);

/** “一三八 零零…” as digits; same length, so that places stay. */
const withDigits = (text: string): string =>
  text.replace(HAN_ROW, (row) => [...row].map((char) => (/[ -]/.test(char) ? char : String(digitOf(char)))).join(''));

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const groupsOf = (blob: string, at: number): Group[] =>
  [...blob.matchAll(/\+?\d+/g)].map((m) => ({ digits: m[0], start: at + m.index, end: at + m.index + m[0].length }));

/** Fewest groups in a row that make a mobile number, at `i`. */
function mobileAt(groups: readonly Group[], i: number): { phone: string; next: number } | undefined {
  let digits = '';
  for (let j = i; j < groups.length && digits.length < 16; j++) {
    digits += groups[j]?.digits ?? '';
    const phone = MOBILE.exec(digits)?.[1];
    if (phone) return { phone, next: j + 1 };
  }
  return undefined;
}

interface Hit {
  readonly phone: string;
  readonly start: number;
  readonly end: number;
}

/** “2个人”, “8点”, “3号楼”: digits before these are another number. */
const COUNTS = /[个位名人点号路栋楼层室床辆台月年日时分岁万元块千天:]/;

/** “+44 7700 900123”, perhaps with a mobile number behind it, but not the “2” of “2个人”. */
function abroad(all: readonly Group[], next: string): Hit[] {
  const groups = COUNTS.test(next) && all.length > 1 ? all.slice(0, -1) : all;
  const own = groups.findIndex((_, i) => i > 0 && mobileAt(groups, i)?.next === i + 1);
  for (const count of own > 0 ? [own, groups.length] : [groups.length]) {
    const taken = groups.slice(0, count);
    const phone = foreignNumber(taken.map(({ digits }) => digits.replace('+', '')).join(''));
    const [first, last] = [taken[0], taken.at(-1)];
    if (!phone || !first || !last) continue;
    return [{ phone, start: first.start, end: last.end }, ...mobilesOf(groups.slice(count), false)];
  }
  return mobilesOf(groups.slice(1), false);
}

function inBlob(blob: string, at: number, next: string): Hit[] {
  const groups = groupsOf(blob, at);
  if (/^\+(?!0{0,2}86)/.test(blob.replace(/[ .\-()]/g, ''))) return abroad(groups, next);
  const country = /^\+?0{0,2}86$/.test(groups[0]?.digits ?? '') ? 1 : 0;
  const mixed = isOtherNumber(groups.slice(country).reduce((sum, group) => sum + group.digits.length, 0));
  const found = mobilesOf(groups, mixed);
  return isTooLong(groups, found.at(-1), next) ? found.slice(0, -1) : found;
}

/** “138 1234 5678 9”: written in groups, and one or two digits more than a number has. */
function isTooLong(groups: readonly Group[], hit: Hit | undefined, next: string): boolean {
  const [rest, ...more] = groups.filter(({ start }) => hit !== undefined && start >= hit.end);
  const parts = groups.filter(({ start, end }) => hit !== undefined && start >= hit.start && end <= hit.end);
  return rest !== undefined && more.length === 0 && rest.digits.length <= 2 && parts.length > 1 && !COUNTS.test(next);
}

/** In a row of digits that is another number (`mixed`) only a group that is a whole mobile number counts. */
function mobilesOf(groups: readonly Group[], mixed: boolean): Hit[] {
  const found: Hit[] = [];
  for (let i = 0; i < groups.length; ) {
    const hit = mobileAt(groups, i);
    const whole = hit && (!mixed || hit.next === i + 1);
    const start = groups[i]?.start ?? 0;
    if (hit && whole) found.push({ phone: hit.phone, start, end: groups[hit.next - 1]?.end ?? start });
    i = hit && whole ? hit.next : i + 1;
  }
  return found;
}

/** Phone numbers in a normal text; never part of a longer number, of a code with letters, or of a decimal. */
export const phonesIn = remembered(phonesOf);
function phonesOf(text: string): readonly Hit[] {
  const digits = withDigits(text);
  return matches(BLOB, digits).flatMap((match) => {
    const end = match.index + match[0].length;
    const before = digits.slice(Math.max(0, match.index - 8), match.index);
    if (/[a-z]$/.test(before) && !LABEL.test(before)) return [];
    if (/^\+(?!0{0,2}86)/.test(match[0]) && /\d$/.test(before)) return [];
    return /[a-z]/.test(digits.charAt(end)) ? [] : inBlob(match[0], match.index, digits.charAt(end));
  });
}

export function phone(): Kind<string> {
  const find = (given: string): readonly Found<string>[] => {
    const plain = normal(given);
    return phonesIn(plain.text).map((hit) => ({ value: hit.phone, span: plain.span(hit.start, hit.end) }));
  };
  return {
    kind: 'phone',
    find,
    read: ({ text }: Input): Read<string> => {
      const options = [...new Set(find(text).map((found) => found.value))];
      const [only] = options;
      if (only !== undefined) return options.length === 1 ? value(only) : { kind: 'ambiguous', options };
      return dialled(withDigits(normal(text).text));
    },
    amend: (before, { text }) => {
      const put = amendedPlate(before, text, isPhone);
      return put?.kind === 'value' ? put : problem('notAPhone');
    },
    accepts: (v): v is string => typeof v === 'string' && isPhone(v),
  };
}

const isPhone = (v: string): boolean => /^1[3-9]\d{9}$/.test(v) || CANONICAL_LANDLINE.test(v) || isForeign(v);

/** Landlines, and “0044…” for “+44…”, which in running text might be anything. */
function dialled(text: string): Read<string> {
  const blobs = [...text.slice(0, 400).matchAll(BLOB)].map((match) => match[0].replace(/[^\d+]/g, ''));
  for (const blob of blobs) {
    const foreign = foreignNumber(/^(?:\+|00)(\d+)$/.exec(blob)?.[1] ?? '');
    if (foreign) return value(foreign);
    const match = /^(?:\+|0)/.test(blob) ? LANDLINE.exec(blob) : null;
    if (match) return value(`0${match[1]}-${match[2]}`);
  }
  const abroad = blobs.some((blob) => /^(?:\+|00)(?!0{0,2}86|0)\d{6}/.test(blob));
  return abroad ? problem('foreignNumber') : whatIsWrong(blobs);
}

function whatIsWrong(blobs: readonly string[]): Read<string> {
  const longest =
    blobs.map((blob) => blob.replace(/^\+?0{0,2}86(?=1\d{6})|\D/g, '')).sort((a, b) => b.length - a.length)[0] ?? '';
  if (MOBILE.test(longest)) return value(longest);
  if (longest.length < 5 || /^0(?:10|2\d|[3-9]\d{2})/.test(longest)) return problem('notAPhone');
  return longest.length === 11 ? problem('phonePrefix') : problem('phoneLength', { got: longest.length });
}
