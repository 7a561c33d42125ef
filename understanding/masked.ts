/**
 * A sentence without what tells whose it is: numbers, plates, names that are given as such, places, sums and days. For samples
 * that a person has agreed to run; a name that nothing announces may stay, so samples are to be read by few and not for long.
 */
import * as prompts from '../prompts/index.ts';
import type { Found, Kind, Now } from '../prompts/kind.ts';
import { normal } from '../prompts/normal.ts';
import { surnameLength } from '../prompts/surnames.ts';

const LONGEST = 300;

/** In order: what is taken by one is not looked at by those after it. */
const KINDS: readonly (readonly [string, Pick<Kind<unknown>, 'find'>])[] = [
  ['[claim]', prompts.claimNumber()],
  ['[policy]', prompts.policyNumber()],
  ['[id]', prompts.idNumber()],
  ['[phone]', prompts.phone()],
  ['[plate]', prompts.plate()],
  ['[name]', prompts.name()],
  ['[name]', { find: titled }],
  ['[hospital]', prompts.hospital()],
  ['[place]', prompts.place()],
  ['[amount]', prompts.money()],
];
/** “李建国先生”, “王师傅”. */
const TITLED = /([\u4e00-\u9fff]{1,4}?)(?:先生|女士|小姐|师傅|老师|同志|阿姨|大爷|大妈|大哥|大姐)/g;
const LINKS = /(?<![\w.+-])[\w.+-]{1,60}@[\w.-]{1,60}|(?:https?:\/\/|www\.)[!-~]{1,200}/gi;
/** Those with a digit in them are codes of some sort, such as those of passports and frames. */
const CODES = /[a-z\d-]{5,}/gi;
const DIGITS = /\p{Nd}+/gu;
const SPELT = /[零〇一二两三四五六七八九幺]{4,}/g;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly mask: string;
}

export function masked(text: string, now: Now): string {
  const words = text.slice(0, LONGEST);
  const taken: Span[] = [];
  for (const [mask, kind] of KINDS)
    for (const { span } of kind.find(words, now)) {
      const [start, end] = span;
      if (!taken.some((other) => start < other.end && other.start < end)) taken.push({ start, end, mask });
    }
  let result = '';
  let from = 0;
  for (const { start, end, mask } of taken.sort((a, b) => a.start - b.start)) {
    result += plain(words.slice(from, start)) + mask;
    from = end;
  }
  return result + plain(words.slice(from));
}

/** What no kind has found. */
const plain = (words: string): string =>
  words
    .replace(LINKS, '[link]')
    .replace(CODES, (code) => (/\d/.test(code) ? '[code]' : code))
    .replace(DIGITS, '0')
    .replace(SPELT, '[digits]');

/** Names in front of a title: a surname and at most two signs behind it. */
function titled(text: string): readonly Found<string>[] {
  const { text: words, span } = normal(text);
  return [...words.matchAll(TITLED)].flatMap((match) => {
    const name = match[1] ?? '';
    const at = [...name].findIndex((_, i) => name.length - i <= 3 && surnameLength(name.slice(i)) > 0);
    if (at < 0) return [];
    const start = match.index + at;
    return [{ value: name.slice(at), span: span(start, match.index + name.length) }];
  });
}
