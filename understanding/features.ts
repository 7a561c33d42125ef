/**
 * What a classifier looks at in a message: characters in ones, twos and threes, English words in ones and twos, concepts and
 * pairs of them. Counts nothing twice, so that a long story weighs no more than a short one.
 */
import { normal } from '../prompts/normal.ts';
import { conceptNames, conceptsIn } from './concepts.ts';
import { spelt } from './homophones.ts';

/** Longer texts are classified by this much: a request is not hidden behind four thousand characters. */
const LONGEST = 1_000;
export const LONGEST_GRAM = 3;
const MARKS = /[\s,，。.、;；:："'()（）《》【】「」…·~\-!！?？]+/g;
const EDGE = '^';
const END = '$';

/** Without marks, digits as one; “^” and “$” are the ends. */
export function plain(text: string): string {
  const words = spelt(normal(text.slice(0, LONGEST)).text.toLowerCase());
  return `${EDGE}${words.replace(MARKS, ' ').replace(/\d+/g, '0').trim()}${END}`;
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

export type ConceptAs = 'c' | 'cf' | 'cl';

/** What looks at the features: those that are many, and stand in every message, come as places and numbers. */
export interface Eye {
  /** Of `words` the signs from one place up to before another. */
  gram(words: string, from: number, to: number): void;
  /** A concept that is in the text, that comes first in it, or last (see `conceptNames`). */
  concept(as: ConceptAs, one: number): void;
  /** Two concepts, in the order of the text. */
  pair(one: number, other: number): void;
  named(feature: string): void;
}

/** Shows every feature of a text, in the order of the text; some come more than once. */
export function show(text: string, eye: Eye): void {
  const words = plain(text);
  grams(words, eye);
  if (/[a-z']/.test(words)) englishWords(words, eye);
  concepts(words, eye);
  if (/[?？]/.test(text)) eye.named('?');
  eye.named(`#${Math.min(6, Math.floor(Math.log2(words.length)))}`);
}

/** Calls `see` with every feature of a text by its name. */
export function eachFeature(text: string, see: (feature: string) => void): void {
  show(text, {
    gram: (words, from, to) => see(words.slice(from, to)),
    concept: (as, one) => see(conceptName(as, one)),
    pair: (one, other) => see(pairName(one, other)),
    named: see,
  });
}

export const conceptName = (as: ConceptAs, one: number): string => `${as}:${conceptNames()[one]}`;

export function pairName(a: number, b: number): string {
  const [one = '', other = ''] = [conceptNames()[a], conceptNames()[b]];
  return one < other ? `c:${one}+${other}` : `c:${other}+${one}`;
}

function grams(words: string, eye: Eye): void {
  for (let at = 0; at < words.length; at += 1)
    for (let end = at + 1; end <= words.length && end - at <= LONGEST_GRAM; end += 1) {
      // Letters are looked at as words.
      if (isLetter(words.charCodeAt(end - 1))) break;
      eye.gram(words, at, end);
    }
}

function englishWords(words: string, eye: Eye): void {
  let before = '';
  for (const [word] of words.matchAll(/[a-z']+/g)) {
    eye.named(`w:${word}`);
    if (before) eye.named(`w:${before} ${word}`);
    before = word;
  }
}

function concepts(words: string, eye: Eye): void {
  const found = conceptsIn(words);
  const all = [...new Set(found.flat())];
  for (const [i, concept] of all.entries()) {
    eye.concept('c', concept);
    for (let other = i + 1; other < all.length; other += 1) eye.pair(concept, all[other] ?? 0);
  }
  for (const concept of found[0] ?? []) eye.concept('cf', concept);
  for (const concept of found.at(-1) ?? []) eye.concept('cl', concept);
}
