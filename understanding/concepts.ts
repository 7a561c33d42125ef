/**
 * Words that stand for the same thing when it is asked what somebody wants: 垫付 and 先出钱, 凭啥 and 为什么. The words are data
 * (model/lexicon.json); the longest word at a place counts.
 */
import { ROOT, Trie } from '../prompts/trie.ts';
import lexicon from './model/lexicon.json' with { type: 'json' };
import { once } from './once.ts';

/** Names of the concepts; elsewhere they are known by their places here. */
export const conceptNames = once(() => Object.keys(lexicon));

/** The words, and for each the concepts it stands for. */
const table = once(() => {
  const concepts = new Map<string, readonly number[]>();
  for (const [concept, words] of Object.values(lexicon).entries()) {
    // Most words stand for one concept: thousands of lists that are the same would be kept.
    const alone = [concept];
    for (const word of words) {
      const others = concepts.get(word);
      concepts.set(word, others ? [...others, concept] : alone);
    }
  }
  return { trie: new Trie([...concepts.keys()]), concepts: [...concepts.values()] };
});

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** An English word counts whole: “main” in “remain” is none. */
const isPart = (text: string, start: number, end: number): boolean =>
  (isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(start - 1))) ||
  (isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end)));

/** Concepts of the words of a text, in its order, none inside another. `text` is in its normal form. */
export function conceptsIn(text: string): readonly (readonly number[])[] {
  const { trie, concepts } = table();
  const found: (readonly number[])[] = [];
  for (let at = 0; at < text.length; ) {
    let longest = at + 1;
    let word = -1;
    let node = trie.next(ROOT, text.charCodeAt(at));
    for (let end = at + 1; node !== ROOT; end += 1) {
      const one = trie.wordAt(node);
      if (one >= 0 && !isPart(text, at, end)) [longest, word] = [end, one];
      node = end < text.length ? trie.next(node, text.charCodeAt(end)) : ROOT;
    }
    const own = concepts[word];
    if (own) found.push(own);
    at = longest;
  }
  return found;
}
