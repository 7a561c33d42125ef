/**
 * What a pattern cannot match without: signs of which one stands in every match, and those a match can begin with. Worked out
 * from its source; where that is not sure nothing is said, and the pattern is simply tried.
 */

import { ANYTHING, either, inARow, NOTHING, needOf, type Piece, type Signs } from './pattern-pieces.ts';

export interface PatternSigns {
  /** Of each of these sets every match has a sign. */
  readonly needs: readonly Signs[];
  /** Every match begins with one of them; undefined: not known, or a match may be empty. */
  readonly begins: Signs | undefined;
}

/** Classes with more signs tell too little. */
const MOST = 600;
const SPACES = '\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const CLASSES: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: SPACES };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' };

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}

export function signsOf({ source, flags }: RegExp): PatternSigns {
  // Whole code points are another matter; none of the long patterns needs them.
  if (/[uv]/.test(flags)) return { needs: [], begins: undefined };
  const whole = new Reader(source, flags.includes('i')).read();
  return { needs: whole.needs.map(({ signs }) => signs), begins: whole.empty ? undefined : whole.first };
}

class Reader {
  readonly #source: string;
  readonly #anyCase: boolean;
  #at = 0;

  constructor(source: string, anyCase: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
  }

  read(): Piece {
    const all = [this.#sequence()];
    while (this.#takes('|')) all.push(this.#sequence());
    return either(all);
  }

  #takes(words: string): boolean {
    const found = this.#source.startsWith(words, this.#at);
    if (found) this.#at += words.length;
    return found;
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      pieces.push(this.#repeated(this.#atom()));
    return inARow(pieces);
  }

  #repeated(piece: Piece): Piece {
    const match = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!match) return piece;
    this.#at += match[0].length;
    const least = match[1] === undefined ? (match[0].startsWith('+') ? 1 : 0) : Number(match[1]);
    return least === 0 ? { ...piece, needs: [], empty: true } : piece;
  }

  #atom(): Piece {
    if (this.#takes('(')) return this.#group();
    if (this.#takes('[')) return this.#class();
    if (this.#takes('\\')) return this.#escape();
    const sign = this.#source.charAt(this.#at);
    this.#at += 1;
    if (sign === '^' || sign === '$') return NOTHING;
    return sign === '.' ? ANYTHING : this.#oneOf([codeOf(sign)]);
  }

  /** What stands around a match is no part of it. */
  #group(): Piece {
    const around = ['?=', '?!', '?<=', '?<!'].some((lead) => this.#takes(lead));
    if (!around && !this.#takes('?:')) this.#at += /^\?<[^>]*>/.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    const inside = this.read();
    this.#at += 1;
    return around ? NOTHING : inside;
  }

  #escape(): Piece {
    const sign = this.#source.charAt(this.#at);
    if (/[bB]/.test(sign)) {
      this.#at += 1;
      return NOTHING;
    }
    // A part matched before may have been empty.
    if (/[1-9k]/.test(sign)) {
      this.#at += sign === 'k' ? (/^k<[^>]*>/.exec(this.#source.slice(this.#at))?.[0].length ?? 1) : 1;
      return { ...ANYTHING, empty: true };
    }
    const signs = this.#escaped();
    return signs ? this.#oneOf(signs) : ANYTHING;
  }

  /** Behind a backslash: the signs it stands for; undefined where they are too many. */
  #escaped(): readonly number[] | undefined {
    const hex = /^(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(this.#source.slice(this.#at, this.#at + 5));
    const sign = this.#source.charAt(this.#at);
    this.#at += hex?.[0].length ?? 1;
    if (hex) return [Number.parseInt(hex[1] ?? hex[2] ?? '', 16)];
    if (/[DWSpPc]/.test(sign)) return undefined;
    const inside = CLASSES[sign];
    return inside === undefined ? [codeOf(ESCAPES[sign] ?? sign)] : spread(inside);
  }

  #class(): Piece {
    const not = this.#takes('^');
    let signs: number[] | undefined = [];
    while (!this.#takes(']')) {
      const from = this.#inClass();
      const range = from?.length === 1 && /^-[^\]]/.test(this.#source.slice(this.#at, this.#at + 2));
      if (range) this.#at += 1;
      const to = range ? this.#inClass() : from;
      const more = from && to && rangeOf(from, range ? to : undefined);
      signs = signs && more && signs.length + more.length <= MOST ? [...signs, ...more] : undefined;
    }
    return not || !signs ? ANYTHING : this.#oneOf(signs);
  }

  #inClass(): readonly number[] | undefined {
    if (this.#takes('\\b')) return [8];
    if (this.#takes('\\')) return this.#escaped();
    this.#at += 1;
    return [this.#source.charCodeAt(this.#at - 1)];
  }

  #oneOf(codes: readonly number[]): Piece {
    const cases = (code: number): string[] => {
      const sign = String.fromCharCode(code);
      return [sign, sign.toLowerCase(), sign.toUpperCase()].filter((one) => one.length === 1);
    };
    const signs = new Set(this.#anyCase ? codes.flatMap(cases).map(codeOf) : codes);
    return { needs: [needOf(signs)], first: signs, empty: false };
  }
}

/** `to` of several signs, such as \d, makes no range. */
function rangeOf(from: readonly number[], to: readonly number[] | undefined): readonly number[] | undefined {
  const [first, last] = [from[0] ?? 0, to?.[0] ?? 0];
  if (to === undefined) return from;
  if (to.length > 1 || last - first > MOST) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const spread = (inside: string): number[] =>
  [...inside.matchAll(/(.)(?:-(.))?/gs)].flatMap(
    ([, from = '', to]) => rangeOf([codeOf(from)], to === undefined ? undefined : [codeOf(to)]) ?? [],
  );
