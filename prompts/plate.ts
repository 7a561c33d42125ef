/** Number plates of mainland China (GA 36-2018): ordinary, new-energy, trailer, driving school, police, Hong Kong and Macau, paper plates. */

import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches, SignClass } from './matches.ts';
import { normal } from './normal.ts';
import { digitOf } from './numerals.ts';
import { amendedPlate } from './plate-amend.ts';
import { withSigns } from './plate-spelled.ts';
import { isPaper, markAfter, markBefore, markInside } from './plate-temporary.ts';
import { remembered } from './remembered.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const LETTER = '[A-HJ-NP-Z]';
const SIGN = '[A-HJ-NP-Z0-9]';
const HEAD = `[${PROVINCES}]${LETTER}`;
/** At least two digits among the five, as the authorities issue them. */
const ORDINARY = new RegExp(`^${HEAD}(?=(?:[A-Z]*\\d){2})${SIGN}{5}$`);
const SUFFIXED = new RegExp(`^${HEAD}(?=(?:[A-Z]*\\d){2})${SIGN}{4}[挂学警港澳]$`);
/** Small cars have the letter first, large ones last. */
const NEW_ENERGY = new RegExp(`^${HEAD}(?:[A-HJK]${SIGN}\\d{4}|\\d{5}[A-HJK])$`);
const TEMPORARY = new RegExp(`^${HEAD}(?=(?:[A-Z]*\\d){2})${SIGN}{4,5}[临试超]$`);

export const isPlate = (text: string): boolean =>
  [ORDINARY, SUFFIXED, NEW_ENERGY, TEMPORARY].some((form) => form.test(text));

const START = new RegExp(`[${PROVINCES}]`, 'g');
const LATIN = new SignClass(/[a-z0-9]/);
const SEPARATOR = new SignClass(/[ ·.\-_]/);

/** What stands after a province: up to eight signs without their separators, each with the place after it. */
interface Signs {
  readonly text: string;
  readonly ends: readonly number[];
}

function signsAfter(text: string, start: number): Signs {
  let signs = '';
  const ends: number[] = [];
  let gap = 0;
  for (let i = start; i < text.length && signs.length < 8; i++) {
    const char = text.charAt(i);
    const latin = LATIN.at(text, i);
    const digit = signs.length >= 1 && !latin ? digitOf(char) : undefined;
    if (latin || digit !== undefined) signs += digit ?? char.toUpperCase();
    else if (signs.length === 5 && /[挂学警港澳]/.test(char)) signs += char;
    else if (SEPARATOR.at(text, i) && gap < 3) {
      gap += 1;
      continue;
    } else break;
    gap = 0;
    ends.push(i + 1);
  }
  return { text: signs, ends };
}

interface Hit {
  readonly plate: string;
  readonly start: number;
  readonly end: number;
}

function plateAt(text: string, start: number): Hit | undefined {
  const { text: signs, ends } = signsOf(text, start);
  const marked = markInside(text.slice(start + 1)) !== undefined || markBefore(text, start);
  for (const length of [7, 6, 5]) {
    const end = ends[length - 1];
    if (end === undefined || LATIN.at(text, end)) continue;
    const plate = text.charAt(start) + signs.slice(0, length);
    const mark = markAfter(text, end) ?? (marked ? { sign: '临', end } : undefined);
    if (mark && isPlate(plate + mark.sign)) return { plate: plate + mark.sign, start, end: mark.end };
    if (isPlate(plate)) return { plate, start, end };
  }
  return undefined;
}

/** Signs behind the province; a 临 among them is passed over. */
function signsOf(text: string, start: number): Signs {
  const inside = markInside(text.slice(start + 1));
  if (inside === undefined) return signsAfter(text, start + 1);
  const rest = signsAfter(text, start + 1 + inside);
  return { text: text.charAt(start + 1).toUpperCase() + rest.text, ends: [start + 2, ...rest.ends] };
}

/** Plates in a normal text. */
export const platesIn = remembered(platesOf);
function platesOf(text: string): readonly Hit[] {
  const found: Hit[] = [];
  for (const match of matches(START, text)) {
    const hit = plateAt(text, match.index);
    if (hit && match.index >= (found.at(-1)?.end ?? 0)) found.push(hit);
  }
  return found;
}

export function plate(): Kind<string> {
  const find = (given: string): readonly Found<string>[] => {
    const plain = normal(given);
    return platesIn(plain.text).map((hit) => ({ value: hit.plate, span: plain.span(hit.start, hit.end) }));
  };
  return {
    kind: 'plate',
    find,
    read: ({ text }: Input): Read<string> => {
      const plain = normal(text).text;
      const spelled = withSigns(plain);
      const written = platesIn(plain);
      const found = written.length > 0 ? written : spelled.flatMap(platesIn);
      const options = [...new Set(found.map((hit) => hit.plate))];
      const [only] = options;
      if (only !== undefined) return options.length === 1 ? value(only) : { kind: 'ambiguous', options };
      return whatIsWrong(spelled[0] ?? plain);
    },
    accepts: (v): v is string => typeof v === 'string' && isPlate(v),
    amend: (before, { text }) => amendedPlate(before, text, isPlate) ?? problem('notAPlate'),
  };
}

function whatIsWrong(text: string): Read<string> {
  const start = text.search(START);
  const rest = start < 0 ? '' : signsAfter(text, start + 1).text;
  if (!/^[A-Z]/.test(rest) || !/\d/.test(rest)) return problem(isPaper(text) ? 'temporaryPlate' : 'notAPlate');
  const got = rest.length + 1;
  if (got < 7 || signsGoOn(text, start)) return problem('plateLength', { got: Math.max(got, signsGoOn(text, start)) });
  return problem(/[IO]/.test(rest) ? 'plateLetterIO' : 'notAPlate');
}

/** Number of signs from the province on where there are more than any plate has, else 0. */
function signsGoOn(text: string, start: number): number {
  const run = /^[a-z0-9 ·.\-_]*/.exec(text.slice(start + 1, start + 40))?.[0].replace(/[^a-z0-9]/g, '') ?? '';
  return run.length + 1 > 8 ? run.length + 1 : 0;
}
