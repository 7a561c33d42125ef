/** Free text, as it was written. */
import { answersNothing, saysNone } from './answers-nothing.ts';
import { type Input, type Kind, problem, type Read, value } from './kind.ts';

/** Characters (UTF-16 units). */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A letter, a character or a digit: “😭😭😭” and “。。。” have none. */
const WORDS = /[\p{L}\p{N}]/u;

export function text({ min = 1, max = 4_000 }: Bounds = {}): Kind<string> {
  const fits = (words: string): boolean => words.length >= min && words.length <= max;
  return {
    kind: 'text',
    find: (given) => {
      const words = given.trim();
      const start = given.indexOf(words);
      return WORDS.test(words) && fits(words) ? [{ value: words, span: [start, start + words.length] }] : [];
    },
    read: ({ text: given, files }: Input): Read<string> => {
      const words = given.trim();
      if (words === '') return problem(files.length > 0 ? 'photoInstead' : 'empty');
      if (!WORDS.test(words) || answersNothing(words) || saysNone(words)) return problem('noWords');
      if (words.length < min) return problem('tooShort', { min });
      return words.length > max ? problem('tooLong', { max }) : value(words);
    },
    accepts: (v): v is string => typeof v === 'string' && fits(v) && v.trim() !== '',
  };
}
