/** Telephone numbers and plates in what a person writes: a colleague finds the conversation by them. */
import { correctableFields } from '../dialogs/correction/index.ts';
import type { Draft } from './draft.ts';

/** Digits of the shortest number. */
const PERHAPS = /(?:\d\D{0,2}){7}/;
/** A province with a letter or a digit near behind it. */
const PERHAPS_PLATE = /\p{Script=Han}[^\n]{0,8}[a-z0-9]/iu;
const MOST = 5;
/** So much of a message is looked through. */
const LENGTH = 4_000;

export function noteNumbers({ at, phones, plates }: Pick<Draft, 'at' | 'phones' | 'plates'>, text: string): void {
  const start = text.normalize('NFKC').slice(0, LENGTH);
  if (PERHAPS.test(start)) keep(phones, 'phone', text, at);
  if (PERHAPS_PLATE.test(start)) keep(plates, 'ownPlate', text.slice(0, LENGTH), at);
}

function keep(into: string[], field: 'phone' | 'ownPlate', text: string, at: number): void {
  const found = correctableFields[field]?.().find(text, { at }) ?? [];
  for (const { value } of found.slice(0, MOST))
    if (typeof value === 'string' && value !== 'unknown' && !into.includes(value)) into.push(value);
}
