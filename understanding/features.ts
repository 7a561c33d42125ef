/**
 * What a classifier looks at in a message: characters in ones, twos and threes, English words in ones and twos, concepts and
 * pairs of them. Counts nothing twice, so that a long story weighs no more than a short one.
 */
import { normal } from '../prompts/normal.ts';
import { conceptsIn } from './concepts.ts';
import { spelt } from './homophones.ts';

/** Longer texts are classified by this much: a request is not hidden behind four thousand characters. */
const LONGEST = 1_000;
const LONGEST_GRAM = 3;
const MARKS = /[\s,，。.、;；:："'()（）《》【】「」…·~\-!！?？]+/g;
const EDGE = '^';
const END = '$';

/** Without marks, digits as one; “^” and “$” are the ends. */
export function plain(text: string): string {
  const words = spelt(normal(text.slice(0, LONGEST)).text.toLowerCase());
  return `${EDGE}${words.replace(MARKS, ' ').replace(/\d+/g, '0').trim()}${END}`;
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Calls `see` with every feature of a text, in the order of the text; some come more than once. */
export function eachFeature(text: string, see: (feature: string) => void): void {
  const words = plain(text);
  grams(words, see);
  englishWords(words, see);
  concepts(text, words, see);
  see(`#${Math.min(6, Math.floor(Math.log2(words.length)))}`);
}

function grams(words: string, see: (feature: string) => void): void {
  for (let at = 0; at < words.length; at += 1)
    for (let end = at + 1; end <= words.length && end - at <= LONGEST_GRAM; end += 1) {
      // Letters are looked at as words.
      if (isLetter(words.charCodeAt(end - 1))) break;
      see(words.slice(at, end));
    }
}

function englishWords(words: string, see: (feature: string) => void): void {
  let before = '';
  for (const [word] of words.matchAll(/[a-z']+/g)) {
    see(`w:${word}`);
    if (before) see(`w:${before} ${word}`);
    before = word;
  }
}

function concepts(text: string, words: string, see: (feature: string) => void): void {
  const found = conceptsIn(words);
  const all = [...new Set(found.flatMap((one) => one.concepts))];
  for (const [i, concept] of all.entries()) {
    see(`c:${concept}`);
    for (const other of all.slice(i + 1)) see(concept < other ? `c:${concept}+${other}` : `c:${other}+${concept}`);
  }
  for (const concept of found[0]?.concepts ?? []) see(`cf:${concept}`);
  for (const concept of found.at(-1)?.concepts ?? []) see(`cl:${concept}`);
  if (/[?？]/.test(text)) see('?');
}
