/** Many words looked for at once: sign by sign from one node to the next, in one flat table instead of objects. */

/** The node at which every word begins, and what stands where there is no way on: no word leads back to it. */
export const ROOT = 0;
/** Entries of the table for each node: most stay free, so that a way that is not there is missed at once. */
const ROOM = 2;
/** An entry: the node before, the sign that leads here (with a bit that says it is taken), the number of the word that ends here. */
const [PARENT, SIGN, WORD, ENTRY] = [0, 1, 2, 4];
const TAKEN = 0x1_0000;
const SPREAD_NODES = 0x9e_37_79_b1;
const SPREAD_SIGNS = 0x85_eb_ca_6b;

export class Trie {
  #table = new Int32Array(0);
  #mask = 0;
  #nodes = 0;

  /** A word that stands twice has the number of its first place. */
  constructor(words: readonly string[]) {
    // Words share their beginnings: how many nodes there are is known when they have been made once.
    this.#make(
      words,
      words.reduce((sum, word) => sum + word.length, 0),
    );
    this.#make(words, this.#nodes);
  }

  #make(words: readonly string[], nodes: number): void {
    const size = 2 ** Math.ceil(Math.log2((nodes + 1) * ROOM));
    if (this.#table.length === size * ENTRY) return;
    this.#mask = size - 1;
    this.#table = new Int32Array(size * ENTRY);
    this.#nodes = 0;
    for (const [number, word] of words.entries()) this.#add(word, number);
  }

  /** A node is known by its entry: where it is, or would be. No node stands at 0. */
  #entry(parent: number, sign: number): number {
    const table = this.#table;
    for (let place = (Math.imul(parent, SPREAD_NODES) ^ Math.imul(sign, SPREAD_SIGNS)) >>> 7; ; place += 1) {
      const entry = (place & this.#mask) * ENTRY;
      const taken = table[entry + SIGN];
      if (entry !== ROOT && (taken === 0 || (taken === (sign | TAKEN) && table[entry + PARENT] === parent)))
        return entry;
    }
  }

  #add(word: string, number: number): void {
    let node = ROOT;
    for (let at = 0; at < word.length; at += 1) {
      const sign = word.charCodeAt(at);
      const entry = this.#entry(node, sign);
      if (this.#table[entry + SIGN] === 0) this.#nodes += 1;
      this.#table[entry + PARENT] = node;
      this.#table[entry + SIGN] = sign | TAKEN;
      node = entry;
    }
    if (node !== ROOT && this.#table[node + WORD] === 0) this.#table[node + WORD] = number + 1;
  }

  /** The node behind a sign; ROOT where no word goes on with it. */
  next(node: number, sign: number): number {
    const entry = this.#entry(node, sign);
    return this.#table[entry + SIGN] === 0 ? ROOT : entry;
  }

  /** Number of the word that ends at a node, or -1. */
  wordAt(node: number): number {
    return (this.#table[node + WORD] ?? 0) - 1;
  }
}
