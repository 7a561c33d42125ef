/**
 * Turns what a dialog wants to say – a key, values, a question – into a Bot Framework activity in the person's language.
 * Short texts are JSON (i18next), lists and conditions are templates (nunjucks, compiled at start, never from user text).
 * Everything is plain text: nothing is escaped here, and no channel may show it as markup.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import nunjucks from 'nunjucks';
import { type Answered, shower } from './show.ts';

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
  const has = (lang: Lang, key: string): boolean => words.exists(key, { lng: lang }) || key in (templates[lang] ?? {});
  const sentence = (lang: Lang, key: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const template = templates[lang]?.[key];
    if (template)
      return template.render({ ...own[lang], ...values, t: (other: string) => sentence(lang, other) }).trim();
    if (!words.exists(key, { lng: lang, ...values }))
      throw new Error(`No words for “${key}” in ${lang}: add it to locales/${lang}.`);
    return words.t(key, { lng: lang, ...own[lang], ...values });
  };
  const show = (lang: Lang, answered: Answered): string => shower(lang, sentence, has)(answered);
  return {
    has,
    sentence,
    show,
    file: (lang, name) => object(files[lang]?.[name]),
    render: (lang, speech) => speak(lang, speech, sentence, has),
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

function speak(lang: Lang, speech: Speech, sentence: Sentence, has: Renderer['has']): Spoken {
  const show = shower(lang, sentence, has);
  const summary = (speech.readBack?.items ?? []).flatMap((item) =>
    summaryLine(item, speech.readBack?.flow ?? '', lang, show, sentence, has),
  );
  const values = Object.fromEntries(
    Object.entries(speech.values ?? {}).map(([name, value]) => [name, typeof value === 'object' ? show(value) : value]),
  );
  const asked = speech.asked;
  const changeKey = asked && `labels.${asked.flow}.${plain(asked.question)}`;
  return {
    text: sentence(lang, speech.key, { ...values, lines: summary }),
    actions: actions(lang, speech, summary, show, sentence),
    // Drawn as a list where everything is read back before it is submitted; elsewhere the text says it all.
    summary: speech.asked && speech.key !== 'common.whichField' ? summary : [],
    change:
      changeKey && has(lang, changeKey)
        ? sentence(lang, 'common.change', { label: sentence(lang, changeKey) })
        : undefined,
  };
}

function actions(
  lang: Lang,
  speech: Speech,
  summary: readonly SummaryLine[],
  show: (a: Answered) => string,
  sentence: Sentence,
): Action[] {
  const { asked } = speech;
  const say = (title: string): Action => ({ type: 'imBack', title, value: title });
  const calls = (speech.calls ?? []).map(
    (n): Action => ({ type: 'call', title: sentence(lang, `common.call.${n}`), value: `tel:${n}` }),
  );
  const links = (speech.links ?? []).map(
    ({ name, url }): Action => ({ type: 'openUrl', title: sentence(lang, `common.link.${name}`), value: url }),
  );
  const quick = (speech.quick ?? []).map((name) => say(sentence(lang, `quick.${name}`)));
  return [...calls, ...links, ...replies(), ...quick];

  function replies(): Action[] {
    if (!asked) return [];
    if (speech.key === 'common.whichField') return summary.map((line) => say(line.change));
    if (asked.options) return asked.options.map((option) => say(show(option)));
    return asked.choices.map((name) => say(show({ kind: asked.kind, answer: name })));
  }
}

function summaryLine(
  item: { name: string; kind: string; value: unknown },
  flow: string,
  lang: Lang,
  show: (a: Answered) => string,
  sentence: Sentence,
  has: Renderer['has'],
): SummaryLine[] {
  const key = `labels.${flow}.${plain(item.name)}`;
  if (!has(lang, key)) return [];
  const n = /\.(\d+)(?=\.|$)/.exec(item.name)?.[1];
  const label = sentence(lang, key, n ? { n: Number(n) } : {});
  const value = show({ kind: item.kind, answer: item.value });
  return [{ question: item.name, label, value, change: sentence(lang, 'common.change', { label }) }];
}

/** `person.2.state` → `injured.state`. */
const plain = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '');

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
      new nunjucks.Template(readFileSync(join(dir, file), 'utf8'), env, file, true),
    ]),
  );
}

const object = (v: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Record<string, unknown>) : undefined;
