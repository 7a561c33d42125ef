/** Renders every text of a language with every example; what has no example is a finding. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer, type Lang, languages, type Renderer } from '../../locales/render.ts';
import { type Data, type Kind, longest, type Value, type Values } from './data.ts';
import { type Finding, finding } from './finding.ts';

export interface Message {
  readonly lang: Lang;
  readonly key: string;
  readonly kind: Kind;
  readonly text: string;
  /** Of a part: what always stands around it. */
  readonly around: string;
}
interface Rendered {
  readonly messages: readonly Message[];
  readonly findings: readonly Finding[];
}
interface Source {
  readonly key: string;
  readonly text: string;
  readonly template: boolean;
}

interface Tools {
  readonly resolve: Resolve;
  readonly renderer: Renderer;
  readonly data: Data;
}

const PLURAL = /_(one|other)$/;
/** Numbers that show both forms of a plural. */
const COUNTS = [1, 3];

export function rendered(dir: string, data: Data): Rendered {
  const renderer = createRenderer(dir, data.examples.globals);
  const all = languages.flatMap((lang) => {
    const sources = sourcesOf(dir, lang);
    const resolve = resolver(lang, sources, renderer, data);
    return sources.map((source) => ofSource(lang, source, sources, { resolve, renderer, data }));
  });
  return { messages: all.flatMap(({ messages }) => messages), findings: all.flatMap(({ findings }) => findings) };
}

function ofSource(lang: Lang, source: Source, all: readonly Source[], tools: Tools): Rendered {
  const { resolve, renderer, data } = tools;
  const { key } = source;
  const given = data.examples.keys[key] ?? (source.template ? [] : [{}]);
  const lacking = lackingIn(source, given, data);
  if (lacking.length > 0) return without(lang, source, lacking.join(', '));
  const kind = longest(data.kinds, key) ?? 'message';
  const around = (longest(data.within, key) ?? []).map((one) => renderer.sentence(lang, one, resolve({}))).join('\n');
  try {
    const texts = given
      .flatMap((one) => expanded(one, all))
      .flatMap((one) => said(lang, source, resolve(one), renderer));
    const messages = texts.map((text) => ({ lang, key, kind, text, around }));
    return { messages, findings: source.template ? unreached(lang, source, texts) : [] };
  } catch (error) {
    return without(lang, source, `a value (${String(error).replace(/\s+/g, ' ')})`);
  }
}

function without(lang: Lang, { key, text }: Source, what: string): Rendered {
  const fix = `give ${what} an example in scripts/plain/examples.json`;
  return { messages: [], findings: [finding({ lang, key, rule: 'example', sentence: text, fix })] };
}

function said(lang: Lang, { key, text }: Source, values: Plain, { sentence }: Renderer): readonly string[] {
  if (!text.includes('{{count}}')) return [sentence(lang, key, values)];
  return COUNTS.map((count) => sentence(lang, key, { ...values, count }));
}

/** `"each": "stages.plain"`: the example once for every name under it, which stands where the example says `*`. */
function expanded({ each, ...values }: Values, all: readonly Source[]): readonly Values[] {
  if (typeof each !== 'string') return [values];
  const under = all
    .filter(({ key }) => key.startsWith(`${each}.`))
    .map(({ key }) => key.slice(each.length + 1).split('.')[0] ?? '');
  const put = (name: string): Values => JSON.parse(JSON.stringify(values).replaceAll('*', name)) as Values;
  return [...new Set(under)].map(put);
}

function lackingIn({ text, template }: Source, given: readonly Values[], { examples }: Data): string[] {
  if (template) return given.length > 0 ? [] : ['the template'];
  const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))];
  const known = { count: 1, ...examples.globals, ...examples.values };
  return names.filter((name) => !(name in known) && !given.every((values) => name in values));
}

/** Every piece of a template's own text must be seen in some example. */
function unreached(lang: Lang, { key, text }: Source, texts: readonly string[]): Finding[] {
  const pieces = text.replace(/\{%.*?%\}|\{\{.*?\}\}/g, '\n').split('\n');
  const hidden = pieces
    .map((one) => one.trim())
    .filter((one) => /[\p{L}]/u.test(one) && !texts.some((t) => t.includes(one)));
  const fix = 'add an example in scripts/plain/examples.json that shows these words';
  return hidden.map((sentence) => finding({ lang, key, rule: 'example', sentence, fix }));
}

type Plain = Readonly<Record<string, unknown>>;
/** The values of an example in one language, over those that every text may have. */
type Resolve = (example: Values) => Plain;

function resolver(lang: Lang, all: readonly Source[], { sentence }: Renderer, { examples }: Data): Resolve {
  const say = (key: string): string => sentence(lang, key, resolve(examples.keys[key]?.[0] ?? {}));
  const value = (one: Value): unknown => {
    if (typeof one === 'string') return one.startsWith('@') ? say(one.slice(1)) : one;
    if (typeof one !== 'object') return one;
    if ('all' in one) return all.filter(({ key }) => key.startsWith(`${one.all}.`)).map(({ key }) => say(key));
    if ('lines' in one) return one.lines.map(value).join('\n');
    if ('row' in one) return values(one.row);
    return 'en' in one ? value(one[lang]) : one.map(value);
  };
  const values = (of: Values): Plain => Object.fromEntries(Object.entries(of).map(([name, one]) => [name, value(one)]));
  const common = Object.fromEntries(
    Object.entries(examples.values).map(([name, one]) => [
      name,
      typeof one === 'object' && 'en' in one ? one[lang] : one,
    ]),
  );
  const resolve = (example: Values): Plain => ({ ...common, ...values(example) });
  return resolve;
}

function sourcesOf(dir: string, lang: Lang): readonly Source[] {
  const names = readdirSync(join(dir, lang), { recursive: true, encoding: 'utf8' }).sort();
  const json = names
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => leaves(read(dir, lang, name), name.replace('.json', '')));
  const njk = names.filter((name) => name.endsWith('.njk'));
  return [
    ...new Map(json.map((one) => [one.key, one])).values(),
    ...njk.map((name) => ({
      key: name.replace(/^.*[\\/]|\.njk$/g, ''),
      text: readFileSync(join(dir, lang, name), 'utf8'),
      template: true,
    })),
  ];
}

const read = (dir: string, lang: Lang, name: string): unknown =>
  JSON.parse(readFileSync(join(dir, lang, name), 'utf8'));

function leaves(node: unknown, key: string): readonly Source[] {
  if (typeof node === 'string') return [{ key: key.replace(PLURAL, ''), text: node, template: false }];
  return Object.entries(node as object).flatMap(([name, child]) => leaves(child, `${key}.${name}`));
}
