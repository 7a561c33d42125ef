/**
 * Words that stand for the same thing when it is asked what somebody wants: 垫付 and 先出钱, 凭啥 and 为什么. The words are data
 * (model/lexicon.json); the longest word at a place counts.
 */
import lexicon from './model/lexicon.json' with { type: 'json' };

/** By first character, longest first, with the concepts of each word. */
type Entry = readonly [word: string, concepts: readonly string[]];
const byFirst = new Map<string, Entry[]>();
for (const [word, concepts] of meanings()) {
  const list = byFirst.get(word.charAt(0)) ?? [];
  byFirst.set(word.charAt(0), list);
  list.push([word, concepts]);
}
for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);

function meanings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(lexicon))
    for (const word of words) found.set(word, [...(found.get(word) ?? []), concept]);
  return found;
}

const isLetter = (unit: string): boolean => unit >= 'a' && unit <= 'z';

/** An English word counts whole: “main” in “remain” is none. */
function stands(text: string, at: number, word: string): boolean {
  if (!text.startsWith(word, at)) return false;
  if (isLetter(word.charAt(0)) && isLetter(text.charAt(at - 1))) return false;
  return !isLetter(word.charAt(word.length - 1)) || !isLetter(text.charAt(at + word.length));
}

export interface Found {
  readonly word: string;
  readonly concepts: readonly string[];
}

/** In the order of the text, none inside another. `text` is in its normal form. */
export function conceptsIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const entry = byFirst.get(text.charAt(at))?.find(([word]) => stands(text, at, word));
    if (entry) found.push({ word: entry[0], concepts: entry[1] });
    at += entry ? entry[0].length : 1;
  }
  return found;
}
