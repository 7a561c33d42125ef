/**
 * Turns what a dialog wants to say – a key, values, a question – into a Bot Framework activity in the person's language.
 * Short texts are JSON (i18next), lists and conditions are templates (nunjucks, compiled when they are first said, never from user text).
 * Everything is plain text: nothing is escaped here, and no channel may show it as markup.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import nunjucks from 'nunjucks';
import { fill, partsOf } from './fill.ts';
import { type Answered, shower } from './show.ts';
import { speak } from './speak.ts';

export type Lang = 'zh-CN' | 'en';
export const languages: readonly Lang[] = ['zh-CN', 'en'];

type Plain = string | number | boolean;
/** The shape of dialogs' `Say`; locales import nothing of ours. */
export interface Speech {
  readonly key: string;
  readonly values?: Readonly<Record<string, Plain | Answered>>;
  readonly quick?: readonly string[];
  readonly calls?: readonly string[];
  readonly links?: readonly { readonly name: string; readonly url: string }[];
  readonly readBack?: {
    readonly flow: string;
    readonly items: readonly { readonly name: string; readonly kind: string; readonly value: unknown }[];
  };
  readonly asked?: {
    readonly flow: string;
    readonly question: string;
    readonly kind: string;
    readonly choices: readonly string[];
    readonly stage?: string;
    readonly options?: readonly Answered[];
  };
}

export interface Action {
  readonly type: 'imBack' | 'call' | 'openUrl';
  readonly title: string;
  readonly value: string;
}
export interface SummaryLine {
  readonly flow: string;
  readonly question: string;
  readonly label: string;
  readonly value: string;
  readonly change: string;
}
export interface Spoken {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly summary: readonly SummaryLine[];
  readonly change: string | undefined;
}

export interface Renderer {
  render(lang: Lang, speech: Speech): Spoken;
  /** One sentence by key; for pages and for tests. */
  sentence(lang: Lang, key: string, values?: Readonly<Record<string, unknown>>): string;
  has(lang: Lang, key: string): boolean;
  /** One answer in words. */
  show(lang: Lang, answered: Answered): string;
  /** A whole JSON file of words, for the page. */
  file(lang: Lang, name: string): Readonly<Record<string, unknown>> | undefined;
}

/** `globals` are values every text may use: insurer, hotline. */
export function createRenderer(dir: string, globals: Readonly<Record<string, string>>): Renderer {
  const files = Object.fromEntries(languages.map((lang) => [lang, jsonFiles(join(dir, lang))]));
  const words = i18next.createInstance({
    resources: Object.fromEntries(languages.map((lang) => [lang, { translation: files[lang] ?? {} }])),
    fallbackLng: false,
    supportedLngs: [...languages],
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  void words.init();
  const templates = Object.fromEntries(languages.map((lang) => [lang, compiled(join(dir, lang, 'templates'))]));
  const own = Object.fromEntries(languages.map((lang) => [lang, ownValues(words, lang, globals)]));
  /** Every sentence by its whole key: looking it up in i18next costs ten times as much, and a turn asks a hundred times. */
  const keys = Object.fromEntries(languages.map((lang) => [lang, new Set(leavesOf(files[lang] ?? {}))]));
  const has = (lang: Lang, key: string): boolean => keys[lang]?.has(key) || key in (templates[lang] ?? {});
  const sentence = (lang: Lang, key: string, values?: Readonly<Record<string, unknown>>): string => {
    const template = templates[lang]?.[key];
    if (template)
      return template.render({ ...own[lang], ...values, t: (other: string) => sentence(lang, other) }).trim();
    // One with a plural stands under its forms only.
    if (!keys[lang]?.has(key) && !words.exists(key, { lng: lang, ...values }))
      throw new Error(`No words for “${key}” in ${lang}: add it to locales/${lang}.`);
    return values ? filled(lang, key, values) : plain(lang, key);
  };
  const parts = new Map<string, readonly string[] | undefined>();
  const filled = (lang: Lang, key: string, values: Readonly<Record<string, unknown>>): string => {
    const name = `${lang} ${key}`;
    if (!parts.has(name)) {
      const sentence: unknown = keys[lang]?.has(key) && words.getResource(lang, 'translation', key);
      parts.set(name, typeof sentence === 'string' ? partsOf(sentence) : undefined);
    }
    const known = parts.get(name);
    return (known && fill(known, values, own[lang] ?? {})) ?? words.t(key, { lng: lang, ...own[lang], ...values });
  };
  const unchanging = new Map<string, string>();
  /** A sentence without values is always the same. */
  const plain = (lang: Lang, key: string): string => {
    const known = unchanging.get(`${lang} ${key}`) ?? words.t(key, { lng: lang, ...own[lang] });
    unchanging.set(`${lang} ${key}`, known);
    return known;
  };
  const shows = Object.fromEntries(languages.map((lang) => [lang, shower(lang, sentence, has)]));
  const show = (lang: Lang, answered: Answered): string => shows[lang]?.(answered) ?? '';
  return {
    has,
    sentence,
    show,
    file: (lang, name) => object(files[lang]?.[name]),
    render: (lang, speech) => speak(lang, speech, { sentence, has, show }, globals.hotline ?? ''),
  };
}

/** Values of every text in one language; what is not configured is paraphrased (“the number on your policy”). */
function ownValues(words: i18n, lang: Lang, globals: Readonly<Record<string, string>>): Record<string, string> {
  const value = ([name, given]: [string, string]): [string, string] => [
    name,
    given || words.t(`common.unset.${name}`, { lng: lang }),
  ];
  return Object.fromEntries(Object.entries(globals).map(value));
}

export type Sentence = (lang: Lang, key: string, values?: Readonly<Record<string, unknown>>) => string;

function jsonFiles(dir: string): Record<string, unknown> {
  const names = readdirSync(dir).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    names.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(dir, file), 'utf8'))]),
  );
}

function compiled(dir: string): Record<string, nunjucks.Template> {
  const env = new nunjucks.Environment(null, {
    autoescape: false,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const names = existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith('.njk')) : [];
  return Object.fromEntries(
    names.map((file) => [
      file.replace('.njk', ''),
      new nunjucks.Template(readFileSync(join(dir, file), 'utf8'), env, file, false),
    ]),
  );
}

function* leavesOf(node: Readonly<Record<string, unknown>>, before = ''): Generator<string> {
  for (const [name, value] of Object.entries(node)) {
    const inner = object(value);
    if (inner) yield* leavesOf(inner, `${before}${name}.`);
    else yield `${before}${name}`;
  }
}

const object = (v: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Record<string, unknown>) : undefined;
