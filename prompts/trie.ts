/** Many words looked for at once: sign by sign from one node to the next, in flat tables instead of objects. */

/** The node at which every word begins, and what stands where there is no way on: no word leads back to it. */
export const ROOT = 0;
/** Places of the table for each way: half of them stay free, so that a way that is not there is missed at once. */
const ROOM = 2;
const SPREAD_NODES = 0x9e_37_79_b1;
const SPREAD_SIGNS = 0x85_eb_ca_6b;

export class Trie {
  readonly #mask: number;
  readonly #parents: Int32Array;
  readonly #signs: Uint16Array;
  readonly #children: Int32Array;
  /** For each node the number of the word that ends there, plus one. */
  readonly #words: Int32Array;
  #nodes = 1;

  /** A word that stands twice has the number of its first place. */
  constructor(words: readonly string[]) {
    const ways = words.reduce((sum, word) => sum + word.length, 1);
    const size = 2 ** Math.ceil(Math.log2(ways * ROOM));
    this.#mask = size - 1;
    this.#parents = new Int32Array(size);
    this.#signs = new Uint16Array(size);
    this.#children = new Int32Array(size);
    const ends = new Int32Array(ways);
    for (const [number, word] of words.entries()) {
      const node = this.#added(word);
      if (ends[node] === 0) ends[node] = number + 1;
    }
    this.#words = ends.slice(0, this.#nodes);
  }

  /** Where the way with this sign is or would be: free, or that of this parent. */
  #place(parent: number, sign: number): number {
    let place = (Math.imul(parent, SPREAD_NODES) ^ Math.imul(sign, SPREAD_SIGNS)) >>> 7;
    for (;;) {
      place &= this.#mask;
      if (this.#children[place] === 0 || (this.#parents[place] === parent && this.#signs[place] === sign)) return place;
      place += 1;
    }
  }

  #added(word: string): number {
    let node = ROOT;
    for (let at = 0; at < word.length; at += 1) {
      const sign = word.charCodeAt(at);
      const place = this.#place(node, sign);
      if (this.#children[place] === 0) {
        this.#parents[place] = node;
        this.#signs[place] = sign;
        this.#children[place] = this.#nodes;
        this.#nodes += 1;
      }
      node = this.#children[place] ?? ROOT;
    }
    return node;
  }

  /** The node behind a sign; ROOT where no word goes on with it. */
  next(node: number, sign: number): number {
    return this.#children[this.#place(node, sign)] ?? ROOT;
  }

  /** Number of the word that ends at a node, or -1. */
  wordAt(node: number): number {
    return (this.#words[node] ?? 0) - 1;
  }
}
