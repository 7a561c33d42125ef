/**
 * Words of one region as those of everywhere: 电驴, 小毛驴, 慢慢游, 波棱盖. Data (regional.json): the common word, and those that
 * are said for it, in simplified characters; one that may be part of something else names the signs it must not stand beside.
 */
import data from './regional.json' with { type: 'json' };
import { ROOT, Trie } from './trie.ts';

interface Word {
  readonly word: string;
  readonly common: string;
  readonly notBehind: string;
  readonly notBefore: string;
}
type Written = string | { readonly word: string; readonly notBehind?: string; readonly notBefore?: string };

const WORDS: readonly Word[] = Object.entries(data as Readonly<Record<string, readonly Written[]>>).flatMap(
  ([common, written]) =>
    written.map((one) => ({
      common,
      notBehind: '',
      notBefore: '',
      ...(typeof one === 'string' ? { word: one } : one),
    })),
);
const trie = new Trie(WORDS.map(({ word }) => word));

export interface Regional {
  readonly start: number;
  readonly end: number;
  readonly common: string;
}

/** In the order of the text, the longest at each place. `text` is otherwise in its normal form. */
export function regionalIn(text: string): readonly Regional[] {
  const found: Regional[] = [];
  for (let at = 0; at < text.length; ) {
    const one = regionalAt(text, at);
    if (one) found.push(one);
    at = one?.end ?? at + 1;
  }
  return found;
}

function regionalAt(text: string, start: number): Regional | undefined {
  let found: Regional | undefined;
  let node = trie.next(ROOT, text.charCodeAt(start));
  for (let end = start + 1; node !== ROOT; end += 1) {
    const one = WORDS[trie.wordAt(node)];
    if (one && stands(one, text, start, end)) found = { start, end, common: one.common };
    node = end < text.length ? trie.next(node, text.charCodeAt(end)) : ROOT;
  }
  return found;
}

const stands = ({ notBehind, notBefore }: Word, text: string, start: number, end: number): boolean =>
  !(start > 0 && notBehind.includes(text.charAt(start - 1))) &&
  !(end < text.length && notBefore.includes(text.charAt(end)));
