/**
 * Matches of patterns, without searching a text that has none of the signs they need. Hundreds of patterns look at every
 * message, and most find nothing: a message is looked through once, and each pattern then asks for its bits.
 */
import { signsOf } from './pattern-signs.ts';
import { type Place, SignSets } from './sign-sets.ts';

const needed = new SignSets();
const begun = new SignSets();

/** The sets of which a text must have a sign each, as bits of one word; no bits: it is simply tried. */
interface Needs {
  readonly word: number;
  readonly bits: number;
}
const TRIED: Needs = { word: 0, bits: 0 };
/** Patterns are constants; should somebody make them anew for every text, this is as many as are kept. */
const MOST_PATTERNS = 1_000;
const needs = new Map<RegExp, Needs>();

function needsOf(pattern: RegExp): Needs {
  return needs.get(pattern) ?? newNeeds(pattern);
}

function newNeeds(pattern: RegExp): Needs {
  if (needs.size >= MOST_PATTERNS) return TRIED;
  const found = needed.add(signsOf(pattern).needs) ?? TRIED;
  needs.set(pattern, found);
  seen.length = 0;
  return found;
}

/** The texts that were looked through last: a message in its forms. */
const seen: { readonly text: string; readonly sets: Int32Array }[] = [];
const REMEMBERED = 4;

function setsIn(text: string): Int32Array {
  for (const one of seen) if (one.text === text) return one.sets;
  const sets = needed.allIn(text);
  if (seen.length >= REMEMBERED) seen.pop();
  seen.unshift({ text, sets });
  return sets;
}

/** Whether a text has the signs that every match has; without them there is none. */
export function canMatch(pattern: RegExp, text: string): boolean {
  const { word, bits } = needsOf(pattern);
  return bits === 0 || ((setsIn(text)[word] ?? 0) & bits) === bits;
}

const NONE: readonly RegExpExecArray[] = [];

/** All matches of a global pattern, in order. */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return canMatch(pattern, text) ? searched(pattern, text) : NONE;
}

/** The same in a text that is looked at but once. */
export function searched(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Whether a pattern (neither global nor sticky) matches. */
export const has = (pattern: RegExp, text: string): boolean => canMatch(pattern, text) && pattern.test(text);

const beginnings = new Map<RegExp, Needs>();

function newBeginning(pattern: RegExp): Needs {
  if (beginnings.size >= MOST_PATTERNS) return TRIED;
  const { begins } = signsOf(pattern);
  const found = (begins && begun.add([begins])) ?? TRIED;
  beginnings.set(pattern, found);
  return found;
}

/** Whether the sign at a place is one with which a match can begin; undefined: not known. */
function beginsAt(pattern: RegExp, text: string, place: number): boolean | undefined {
  const { word, bits } = beginnings.get(pattern) ?? newBeginning(pattern);
  if (bits === 0) return undefined;
  // Before and behind a text there is no sign.
  return place >= 0 && place < text.length && begun.has(text.charCodeAt(place), word, bits);
}

/** One class of signs, such as /[a-z]/. */
export class SignClass {
  readonly #place: Place;

  constructor(oneOf: RegExp) {
    this.#place = placed([oneOf]);
  }

  /** Whether the sign at a place is of it; before and behind a text there is no sign. */
  at(text: string, place: number): boolean {
    const { word, bits } = this.#place;
    return place >= 0 && place < text.length && begun.has(text.charCodeAt(place), word, bits);
  }
}

/** Sticky patterns in the order in which they are tried; one that cannot begin with the sign at a place is passed over at once. */
export class FirstOf<T> {
  readonly #list: readonly (readonly [pattern: RegExp, means: T])[];
  readonly #place: Place;

  constructor(list: readonly (readonly [RegExp, T])[]) {
    this.#list = list;
    this.#place = placed(list.map(([pattern]) => pattern));
    for (const [pattern] of list) tried.add(pattern);
  }

  at(text: string, place: number): { readonly match: RegExpExecArray; readonly means: T } | undefined {
    const { word, bits, first } = this.#place;
    let likely = place < text.length ? begun.of(text.charCodeAt(place), word) & bits : 0;
    for (let i = 0; likely !== 0; i += 1) {
      const bit = 1 << (first + i);
      const [pattern, means] = (likely & bit) === 0 ? [] : (this.#list[i] ?? []);
      likely &= ~bit;
      if (!pattern || means === undefined) continue;
      pattern.lastIndex = place;
      const match = pattern.exec(text);
      if (match) return { match, means };
    }
    return undefined;
  }
}
const tried = new Set<RegExp>();

/** The sets of signs with which patterns begin, as bits of one word. */
function placed(patterns: readonly RegExp[]): Place {
  const sets = patterns.map((pattern) => signsOf(pattern).begins);
  const place = sets.every((one) => one !== undefined) ? begun.add(sets) : undefined;
  // These are constants: a test of any of them fails at once.
  if (!place) throw new RangeError(`It is not known with which signs ${patterns.join(' or ')} begins.`);
  return place;
}

/** The match of a sticky pattern at one place. */
export function at(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  if (beginsAt(pattern, text, place) === false) return undefined;
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}

/** All that were asked for, for the test that none of them loses a match, and that none is made anew for every text. */
export const patternsKnown = (): readonly RegExp[] => [...new Set([...needs.keys(), ...beginnings.keys(), ...tried])];
