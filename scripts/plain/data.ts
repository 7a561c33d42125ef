/** What the measure is given as data: examples, kinds of texts, words to avoid, exceptions, the scores reached. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../locales/render.ts';

/** Text, or `@key` for the words of another key; rows; one value a language; every text under a prefix. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly 'zh-CN': Value; readonly en: Value }
  | { readonly lines: readonly Value[] }
  | { readonly all: string }
  | { readonly row: Readonly<Record<string, Value>> };
export type Values = Readonly<Record<string, Value>>;

/** `message` stands alone; `part` is said inside one; `label` names a button or a thing; `desk` is for colleagues. */
export type Kind = 'message' | 'part' | 'label' | 'desk';

export interface Term {
  readonly term: string;
  /** Any of them explains it. */
  readonly says: readonly string[];
  /** Longer words that hold the term and mean something else. */
  readonly except?: readonly string[];
  /** What to write. */
  readonly plain: string;
}
export interface Ban {
  readonly pattern: string;
  readonly why: string;
}
export interface Exception {
  readonly lang: Lang;
  readonly key: string;
  readonly rule: string;
  /** Words of the sentence that is meant. */
  readonly holds: string;
  readonly why: string;
}
export type Scores = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Data {
  readonly examples: {
    readonly globals: Readonly<Record<string, string>>;
    readonly values: Values;
    readonly keys: Readonly<Record<string, readonly Values[]>>;
  };
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Words that always stand around the parts of a dialog, and may explain their jargon. */
  readonly within: Readonly<Record<string, readonly string[]>>;
  readonly glossary: Readonly<Record<Lang, readonly Term[]>>;
  readonly forbidden: Readonly<Record<Lang, readonly Ban[]>>;
  readonly requests: Readonly<Record<Lang, { readonly asks: string; readonly offers: string }>>;
  readonly exceptions: readonly Exception[];
  readonly baseline: Scores;
}

const HERE = import.meta.dirname;
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(HERE, ...path), 'utf8')) as T;

export const readData = (): Data => ({
  examples: json('examples.json'),
  ...json<Pick<Data, 'kinds' | 'within'>>('kinds.json'),
  ...json<Pick<Data, 'forbidden' | 'requests'>>('words.json'),
  glossary: json('..', '..', 'locales', 'glossary.json'),
  exceptions: json('exceptions.json'),
  baseline: json('baseline.json'),
});

export const writeBaseline = (scores: Scores): void =>
  writeFileSync(join(HERE, 'baseline.json'), `${JSON.stringify(scores, null, 2)}\n`);

/** What the longest name says that a key begins with; `*` stands for any one part of it. */
export function longest<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  const parts = key.split('.');
  const fits = (name: string): boolean => name.split('.').every((one, i) => one === '*' || one === parts[i]);
  const [name] = Object.keys(of)
    .filter(fits)
    .sort((a, b) => b.split('.').length - a.split('.').length);
  return name === undefined ? undefined : of[name];
}
