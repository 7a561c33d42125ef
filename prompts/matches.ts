/**
 * Matches of patterns, without searching a text that has none of the signs they need. Hundreds of patterns look at every
 * message, and most find nothing: a message is looked through once, and each pattern then asks for one bit.
 */
import { signsOf } from './pattern-signs.ts';

/** Patterns with a bit of their own, and signs that any of them asks for; what comes later is simply tried. */
const MOST_PATTERNS = 512;
const MOST_SIGNS = 4_096;
const BITS = 32;
const WORDS = MOST_PATTERNS / BITS;

/** Number of a sign; 0 is one that no pattern asks for. */
const numbers = new Uint16Array(0x1_0000);
let signs = 1;
/** For each sign the patterns that need it, and those that begin with it. */
const needing = new Int32Array(MOST_SIGNS * WORDS);
const beginning = new Int32Array(MOST_SIGNS * WORDS);

interface Gate {
  readonly word: number;
  readonly bit: number;
  /** Whether the needs are known, and the beginnings. */
  readonly needs: boolean;
  readonly begins: boolean;
}
const OPEN: Gate = { word: 0, bit: 0, needs: false, begins: false };
const gates = new Map<RegExp, Gate>();

function gateOf(pattern: RegExp): Gate {
  return gates.get(pattern) ?? newGate(pattern);
}

function newGate(pattern: RegExp): Gate {
  if (gates.size >= MOST_PATTERNS) return OPEN;
  const { needs, begins } = signsOf(pattern);
  const word = Math.floor(gates.size / BITS);
  const bit = 1 << (gates.size % BITS);
  const gate = { word, bit, needs: marked(needing, needs, word, bit), begins: marked(beginning, begins, word, bit) };
  gates.set(pattern, gate);
  seen.length = 0;
  return gate;
}

function marked(table: Int32Array, codes: ReadonlySet<number> | undefined, word: number, bit: number): boolean {
  if (!codes || signs + codes.size > MOST_SIGNS) return false;
  for (const code of codes) {
    const number = numbers[code] || signs;
    if (number === signs) signs += 1;
    numbers[code] = number;
    table[number * WORDS + word] = (table[number * WORDS + word] ?? 0) | bit;
  }
  return true;
}

interface Seen {
  readonly text: string;
  readonly patterns: Int32Array;
}
/** The texts that were looked through last: a message in its forms. */
const seen: Seen[] = [];
const REMEMBERED = 4;

function patternsFor(text: string): Int32Array {
  for (const one of seen) if (one.text === text) return one.patterns;
  const patterns = new Int32Array(WORDS);
  const used = Math.ceil(gates.size / BITS);
  for (let at = 0; at < text.length; at += 1) {
    const row = (numbers[text.charCodeAt(at)] ?? 0) * WORDS;
    if (row > 0) for (let i = 0; i < used; i += 1) patterns[i] = (patterns[i] ?? 0) | (needing[row + i] ?? 0);
  }
  if (seen.length >= REMEMBERED) seen.pop();
  seen.unshift({ text, patterns });
  return patterns;
}

/** Whether a text has a sign that every match has; without one there is none. */
export function canMatch(pattern: RegExp, text: string): boolean {
  const { needs, word, bit } = gateOf(pattern);
  return !needs || ((patternsFor(text)[word] ?? 0) & bit) !== 0;
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

/** Whether the sign at a place is one with which a match can begin; undefined: not known. */
function beginsAt(pattern: RegExp, text: string, place: number): boolean | undefined {
  const { begins, word, bit } = gateOf(pattern);
  if (!begins) return undefined;
  // Before and behind a text there is no sign.
  if (place < 0 || place >= text.length) return false;
  return ((beginning[(numbers[text.charCodeAt(place)] ?? 0) * WORDS + word] ?? 0) & bit) !== 0;
}

/** Whether the sign at a place is of a class, such as /[a-z]/. */
export const signAt = (oneOf: RegExp, text: string, place: number): boolean =>
  beginsAt(oneOf, text, place) ?? oneOf.test(text.charAt(place));

/** The match of a sticky pattern at one place. */
export function at(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  if (beginsAt(pattern, text, place) === false) return undefined;
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}
