/** Many sets of signs, each a bit: of which of them has a text a sign? */

const BITS = 32;
const WORDS = 32;
/** Signs that any set has; the row 0 is that of all others. */
const MOST_SIGNS = 4_096;

/** Bits of one word, one after the other from the first. */
export interface Place {
  readonly word: number;
  readonly bits: number;
  readonly first: number;
}

export class SignSets {
  /** Number of the row of a sign. */
  readonly #rows = new Uint16Array(0x1_0000);
  readonly #sets = new Int32Array(MOST_SIGNS * WORDS);
  #signs = 1;
  #count = 0;

  /** Sets that are asked for together get bits of one word; undefined where there is no more room, or none is given. */
  add(sets: readonly ReadonlySet<number>[]): Place | undefined {
    if (sets.length === 0) return undefined;
    if ((this.#count % BITS) + sets.length > BITS) this.#count += BITS - (this.#count % BITS);
    const size = sets.reduce((sum, set) => sum + set.size, 0);
    if (this.#count + sets.length > BITS * WORDS || this.#signs + size > MOST_SIGNS) return undefined;
    const word = Math.floor(this.#count / BITS);
    const first = this.#count % BITS;
    let bits = 0;
    for (const set of sets) {
      const bit = 1 << (this.#count % BITS);
      for (const sign of set) this.#mark(sign, word, bit);
      this.#count += 1;
      bits |= bit;
    }
    return { word, bits, first };
  }

  #mark(sign: number, word: number, bit: number): void {
    if (this.#rows[sign] === 0) {
      this.#rows[sign] = this.#signs;
      this.#signs += 1;
    }
    const at = (this.#rows[sign] ?? 0) * WORDS + word;
    this.#sets[at] = (this.#sets[at] ?? 0) | bit;
  }

  /** Of one word the sets that a sign is in. */
  of(sign: number, word: number): number {
    return this.#sets[(this.#rows[sign] ?? 0) * WORDS + word] ?? 0;
  }

  /** Whether a sign is in any of the sets. */
  has(sign: number, word: number, bits: number): boolean {
    return (this.of(sign, word) & bits) !== 0;
  }

  /** The sets of which a text has a sign, word by word. */
  allIn(text: string): Int32Array {
    const [rows, sets, used] = [this.#rows, this.#sets, Math.ceil(this.#count / BITS)];
    const found = new Int32Array(used);
    for (let at = 0; at < text.length; at += 1) {
      const row = rows[text.charCodeAt(at)];
      if (!row) continue;
      for (let i = 0, from = row * WORDS; i < used; i += 1) found[i] = (found[i] ?? 0) | (sets[from + i] ?? 0);
    }
    return found;
  }
}
