/** Small words for tests of question kinds. */
import type { Finder, Input, Kind, Now, Read } from '../../prompts/kind.ts';

export const at = (iso: string): Now => ({ at: Date.parse(iso) });

export const said = (text: string, more: Partial<Input> = {}): Input => ({ text, files: [], ...more });

export const file = (id: string) => ({ id, type: 'image/jpeg', name: `${id}.jpg`, size: 1, sha256: '0'.repeat(64) });

/** What a kind makes of an answer, short enough for a table: the value, `? a | b` for a choice, `! problem {…}`. */
export function answer<T>(kind: Kind<T>, text: string, now: Now): unknown {
  return short(kind.read(said(text), now));
}

export function short<T>(read: Read<T>): unknown {
  if (read.kind === 'value') return read.value;
  if (read.kind === 'ambiguous') return { either: read.options };
  return read.values ? { problem: read.problem, ...read.values } : { problem: read.problem };
}

/** Values found in a text with the words they were found in. */
export const foundIn = <T>(kind: Finder<T>, text: string, now: Now): [words: string, value: T][] =>
  kind.find(text, now).map(({ value, span }) => [text.slice(...span), value]);
