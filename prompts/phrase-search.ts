/** Whether any of many phrases stands in a text: looked for all at once. */
import { ROOT, Trie } from './trie.ts';

export class PhraseSearch {
  readonly #trie: Trie;
  readonly #phrases: readonly string[];

  constructor(phrases: readonly string[]) {
    this.#phrases = phrases;
    this.#trie = new Trie(phrases);
  }

  /** Of the phrases in the text the one that comes first in the list. */
  firstIn(text: string): string | undefined {
    let first = this.#phrases.length;
    for (let at = 0; at < text.length; at += 1) {
      let node = this.#trie.next(ROOT, text.charCodeAt(at));
      for (let end = at + 1; node !== ROOT; end += 1) {
        const phrase = this.#trie.wordAt(node);
        if (phrase >= 0 && phrase < first) first = phrase;
        node = end < text.length ? this.#trie.next(node, text.charCodeAt(end)) : ROOT;
      }
    }
    return this.#phrases[first];
  }
}
