/** Telephone numbers in what a person writes: a colleague finds the conversation by them. */
import { correctableFields } from '../dialogs/correction/index.ts';
import type { Draft } from './draft.ts';

/** Digits of the shortest number. */
const PERHAPS = /(?:\d\D{0,2}){7}/;
const MOST = 5;

export function noteNumbers({ at, phones }: Pick<Draft, 'at' | 'phones'>, text: string): void {
  if (!PERHAPS.test(text.normalize('NFKC').slice(0, 4_000))) return;
  const found = correctableFields.phone?.().find(text, { at }) ?? [];
  for (const { value } of found.slice(0, MOST))
    if (typeof value === 'string' && !phones.includes(value)) phones.push(value);
}
