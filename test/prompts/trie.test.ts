/** Many words looked for at once are found as each by itself. */
import { expect } from 'chai';
import fc from 'fast-check';
import { PhraseSearch } from '../../prompts/phrase-search.ts';
import { ROOT, Trie } from '../../prompts/trie.ts';

const sign = fc.constantFrom(...'甲乙丙丁ab\u0000\uffff');
const word = fc.string({ unit: sign, minLength: 1, maxLength: 5 });

/** The number of a word by going its way. */
function numberOf(trie: Trie, given: string): number {
  let node: number = ROOT;
  for (let at = 0; at < given.length; at += 1) {
    node = trie.next(node, given.charCodeAt(at));
    if (node === ROOT) return -1;
  }
  return trie.wordAt(node);
}

describe('a trie', () => {
  it('knows its words and no others', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, (words, other) => {
        const trie = new Trie(words);
        for (const one of [...words, other]) expect(numberOf(trie, one)).to.equal(words.indexOf(one));
      }),
    );
  });

  it('finds of many phrases the first of the list', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.string({ unit: sign, maxLength: 30 }), (phrases, text) => {
        expect(new PhraseSearch(phrases).firstIn(text)).to.equal(phrases.find((phrase) => text.includes(phrase)));
      }),
    );
  });
});
