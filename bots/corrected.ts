/** “不对，是昨晚九点”, “车牌最后一位是8不是6”, written to a colleague: what such words put in the place of what is known. */
import { correctableFields } from '../dialogs/correction/index.ts';
import { newValueIn } from '../dialogs/newValue.ts';
import type { Json } from '../store/ports.ts';
import { asksSomething, saysOnlyFact } from '../understanding/asks.ts';
import { fieldIn, isAnothers, newWordsIn } from '../understanding/field.ts';

export interface Corrected {
  readonly field: string;
  readonly before: Json;
  readonly value: Json;
}

/** Longer words tell a story, and are held against what is known in other ways. */
const MOST = 60;
/** A number or a plate has this much, and little around it. */
const NUMBER = 24;
/** Told without their names, where only one of them can be meant. */
const UNNAMED = ['phone', 'ownPlate', 'when', 'injuredCount'] as const;
/** Any words are an account, and of the police it is known otherwise. */
const LEFT = new Set<string>(['what', 'police']);

const OWN = new Set<string>(['phone', 'ownPlate']);

/** `known`: the answer that stands. Strict: what is not plainly a correction corrects nothing. */
export function correctedIn(text: string, at: number, known: (field: string) => Json | undefined): Corrected[] {
  if (text.length > MOST || asksSomething(text)) return [];
  const named = fieldIn(text, { at });
  const fields = named ? [named] : UNNAMED.filter((field) => isOnly(field, text, at));
  return fields
    .filter((field) => !LEFT.has(field) && !(OWN.has(field) && isAnothers(text)))
    .flatMap((field) => {
      const before = known(field);
      const value = before === undefined || before === null ? undefined : valueFor(field, before, text, at);
      const other = value !== undefined && value !== 'unknown' && JSON.stringify(value) !== JSON.stringify(before);
      return other && before !== undefined ? [{ field, before, value }] : [];
    })
    .slice(0, 1);
}

/** Behind “不对，” stands the value and nothing besides, or a sign of the plate is named. */
function isOnly(field: (typeof UNNAMED)[number], text: string, at: number): boolean {
  const words = newWordsIn(text);
  if (field === 'ownPlate' && words === undefined) return true;
  if (words === undefined) return false;
  if (field === 'when') return saysOnlyFact(words, { at });
  return words.length <= NUMBER;
}

function valueFor(field: string, before: Json, text: string, at: number): Json | undefined {
  const kind = correctableFields[field]?.();
  if (!kind) return undefined;
  const input = { text, files: [] };
  const taken = newWordsIn(text) !== undefined;
  // A sign that is named corrects by itself; anything else needs words that take something back.
  const read = taken
    ? newValueIn(kind, before, input, { at })
    : kind.kind === 'plate'
      ? kind.amend?.(before, input, { at })
      : undefined;
  if (read?.kind !== 'value') return undefined;
  // To the question of where almost any words are an answer.
  return kind.kind === 'place' && kind.find(text, { at }).length === 0 ? undefined : (read.value as Json);
}
