/** Says what a computation explains: a key, and values that may be keys themselves. */
import type { Lang, Sentence } from './render.ts';

/** The shape of claims' `Saying`; locales import nothing of ours. */
export interface Saying {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Saying | readonly Saying[]>>;
}

export function sayingText(lang: Lang, sentence: Sentence, saying: Saying): string {
  const say = (one: Saying): string => sayingText(lang, sentence, one);
  const values = Object.entries(saying.values).map(([name, value]) => {
    if (typeof value !== 'object') return [name, value];
    return [name, isList(value) ? value.map(say).join(sentence(lang, 'deductions.join')) : say(value)];
  });
  return sentence(lang, saying.key, Object.fromEntries(values));
}

const isList = (value: Saying | readonly Saying[]): value is readonly Saying[] => Array.isArray(value);
