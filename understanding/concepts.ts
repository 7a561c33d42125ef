/**
 * Words that stand for the same thing when it is asked what somebody wants: 垫付 and 先出钱, 凭啥 and 为什么. The words are data
 * (model/lexicon.json); the longest word at a place counts.
 */
import lexicon from './model/lexicon.json' with { type: 'json' };
import { once } from './once.ts';

/** Words with their concepts, and lengths of the words that begin with a character, the longest first. */
const table = once(() => {
  const concepts = new Map<string, readonly string[]>();
  const lengths = new Map<string, readonly number[]>();
  for (const [concept, words] of Object.entries(lexicon))
    for (const word of words) {
      concepts.set(word, [...(concepts.get(word) ?? []), concept]);
      const known = lengths.get(word.charAt(0)) ?? [];
      if (!known.includes(word.length)) lengths.set(word.charAt(0), descending([...known, word.length]));
    }
  return { concepts, lengths };
});
const descending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => b - a);

const isLetter = (unit: string): boolean => unit >= 'a' && unit <= 'z';

/** The longest word that stands at a place. An English word counts whole: “main” in “remain” is none. */
function wordAt(text: string, at: number): string | undefined {
  const { concepts, lengths } = table();
  for (const length of lengths.get(text.charAt(at)) ?? []) {
    const word = text.slice(at, at + length);
    if (concepts.has(word) && !isPart(text, at, word)) return word;
  }
  return undefined;
}

const isPart = (text: string, at: number, word: string): boolean =>
  (isLetter(word.charAt(0)) && isLetter(text.charAt(at - 1))) ||
  (isLetter(word.charAt(word.length - 1)) && isLetter(text.charAt(at + word.length)));

export interface Found {
  readonly word: string;
  readonly concepts: readonly string[];
}

/** In the order of the text, none inside another. `text` is in its normal form. */
export function conceptsIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at);
    if (word !== undefined) found.push({ word, concepts: table().concepts.get(word) ?? [] });
    at += word?.length ?? 1;
  }
  return found;
}
