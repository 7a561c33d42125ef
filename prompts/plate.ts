/** Number plates of mainland China (GA 36-2018): ordinary, new-energy, trailer, driving school, police, Hong Kong and Macau. */
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { normal } from './normal.ts';
import { digitOf } from './numerals.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const LETTER = '[A-HJ-NP-Z]';
const SIGN = '[A-HJ-NP-Z0-9]';
const HEAD = `[${PROVINCES}]${LETTER}`;
/** At least two digits among the five, as the authorities issue them. */
const ORDINARY = new RegExp(`^${HEAD}(?=(?:[A-Z]*\\d){2})${SIGN}{5}$`);
const SUFFIXED = new RegExp(`^${HEAD}(?=(?:[A-Z]*\\d){2})${SIGN}{4}[挂学警港澳]$`);
/** Small cars have the letter first, large ones last. */
const NEW_ENERGY = new RegExp(`^${HEAD}(?:[A-HJK]${SIGN}\\d{4}|\\d{5}[A-HJK])$`);

export const isPlate = (text: string): boolean => ORDINARY.test(text) || SUFFIXED.test(text) || NEW_ENERGY.test(text);

const START = new RegExp(`[${PROVINCES}]`, 'g');
const SEPARATOR = /[ ·.\-_]/;

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
    const digit = signs.length >= 1 && !/[a-z0-9]/.test(char) ? digitOf(char) : undefined;
    if (/[a-z0-9]/.test(char) || digit !== undefined) signs += digit ?? char.toUpperCase();
    else if (signs.length === 5 && /[挂学警港澳]/.test(char)) signs += char;
    else if (SEPARATOR.test(char) && gap < 2) {
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
  const signs = signsAfter(text, start + 1);
  for (const length of [7, 6]) {
    const end = signs.ends[length - 1];
    const plate = text.charAt(start) + signs.text.slice(0, length);
    if (end !== undefined && isPlate(plate) && !/[a-z0-9]/.test(text.charAt(end))) return { plate, start, end };
  }
  return undefined;
}

/** Plates in a normal text. */
export function platesIn(text: string): Hit[] {
  const found: Hit[] = [];
  for (const match of text.matchAll(START)) {
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
      const options = [...new Set(find(text).map((found) => found.value))];
      const [only] = options;
      if (only !== undefined) return options.length === 1 ? value(only) : { kind: 'ambiguous', options };
      return whatIsWrong(normal(text).text);
    },
    accepts: (v): v is string => typeof v === 'string' && isPlate(v),
  };
}

function whatIsWrong(text: string): Read<string> {
  const start = text.search(START);
  const rest = start < 0 ? '' : signsAfter(text, start + 1).text;
  if (!/^[A-Z]/.test(rest) || !/\d/.test(rest)) return problem('notAPlate');
  const got = rest.length + 1;
  if (got < 7 || signsGoOn(text, start)) return problem('plateLength', { got: Math.max(got, signsGoOn(text, start)) });
  return problem(/[IO]/.test(rest) ? 'plateLetterIO' : 'notAPlate');
}

/** Number of signs from the province on where there are more than any plate has, else 0. */
function signsGoOn(text: string, start: number): number {
  const run = /^[a-z0-9 ·.\-_]*/.exec(text.slice(start + 1, start + 40))?.[0].replace(/[^a-z0-9]/g, '') ?? '';
  return run.length + 1 > 8 ? run.length + 1 : 0;
}
