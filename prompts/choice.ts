/** One of a few named answers: by button, by its place in the list, or by words that mean it. */
import { answersNothing, leavesOpen } from './answers-nothing.ts';
import { firstOf, LONGEST_LABEL, saysNothingElse } from './around.ts';
import { asksSomething } from './asking.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { negated, negatedDeed } from './negation.ts';
import { bare, normal } from './normal.ts';
import { numeral } from './numerals.ts';

export interface Vocabulary<O extends string> {
  readonly name: string;
  /** In the order in which they are offered. */
  readonly options: readonly O[];
  /** Words that mean an option, button labels included; a word may speak for several options. */
  readonly words: Readonly<Record<O, readonly string[]>>;
  /** Words that mean an option as the whole message only: “好的”, “👍” to some questions, in a sentence to none. */
  readonly alone?: Readonly<Partial<Record<O, readonly string[]>>>;
  /** Options such as “none of these” that count only where no other is named: “没有危险，就是流血” is bleeding. */
  readonly residual?: readonly O[];
  /**
   * Answers that bind (consent, submitting): taken only where the whole message says so. “好痛” is no 好, “对方跑了” no 对.
   */
  readonly binding?: boolean;
  /** Of a binding one: the answer may stand first, and something else behind it (“同意，我老公在…”). */
  readonly goesOn?: boolean;
  /** Taken even from a question: “一直流血怎么办”. From no other option a question tells anything. */
  readonly urgent?: readonly O[];
  /** Words in these count for nothing: “打我老婆的 138…” does not say who speaks. */
  readonly aside?: RegExp;
  /** Options with the reader of the sentences that tell them, gravest first; they outrank single words. `text` is normal. */
  readonly told?: readonly (readonly [O, (text: string) => readonly Stretch[]])[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words of an option, one after the other: `list('打了, 打过了, called')`. */
export const list = (words: string): readonly string[] =>
  words
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

interface Hit extends Stretch {
  readonly word: string;
}
interface Compiled {
  /** Normal word → the options it speaks for. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same without punctuation and blanks, for a whole answer. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pattern: RegExp;
}

export function choice<const O extends string>(vocabulary: Vocabulary<O>): Kind<O> {
  const { options, residual = [], urgent = [] } = vocabulary;
  const told = vocabulary.told?.filter(([option]) => options.includes(option)) ?? [];
  const meant = (word: string, as: 'options' | 'labels' = 'options'): O[] => {
    const all = compiled(vocabulary.words)[as].get(word);
    return all ? options.filter((option) => all.has(option)) : [];
  };
  const said = (text: string): Hit[] => {
    const aside = vocabulary.aside ? matches(vocabulary.aside, text) : [];
    const counts = ({ start }: Hit) => !aside.some((one) => start >= one.index && start < one.index + one[0].length);
    return hits(compiled(vocabulary.words), text).filter(counts);
  };
  const accepts = (v: unknown): v is O => options.some((option) => option === v);
  const find = (text: string): readonly Found<O>[] => {
    const plain = normal(text);
    const sentences = told.flatMap(([value, reader]) => reader(plain.text).map((hit) => ({ ...hit, value })));
    const free = (hit: Stretch): boolean => !sentences.some((one) => hit.start < one.end && one.start < hit.end);
    const words = said(plain.text)
      .filter(free)
      .map((hit) => ({ ...hit, value: undefined }));
    return [...sentences, ...words]
      .sort((a, b) => a.start - b.start)
      .flatMap(({ start, end, ...hit }) => {
        const [first, ...rest] = 'word' in hit ? meant(hit.word) : [hit.value];
        if (first === undefined) return [];
        return [{ value: first, span: plain.span(start, end), ...(rest.length ? { alternatives: rest } : {}) }];
      });
  };
  const read = ({ text }: Input): Read<O> => {
    const core = bare(text);
    const label = core.length <= LONGEST_LABEL ? meant(compact(core), 'labels') : [];
    if (label.length > 0) return pick(label);
    const alone = options.filter((option) => vocabulary.alone?.[option]?.includes(compact(core)));
    if (alone.length > 0) return pick(alone);
    const place = position(core, options.length);
    const at = place === undefined ? undefined : options[place];
    if (at !== undefined) return value(at);
    const words = said(core);
    const first = vocabulary.goesOn ? firstOf(core) : core;
    const binds = saysNothingElse(first, said(first)) && !leavesOpen(text);
    if (vocabulary.binding && !binds) return problem('notClear');
    if (vocabulary.binding && first !== core) return pick(heaviest(said(first), options, residual, meant));
    if (answersNothing(text)) return problem('notAnOption');
    const sentence = told.find(([, reader]) => reader(core).length > 0)?.[0];
    const named = sentence === undefined ? heaviest(words, options, residual, meant) : [sentence];
    return pick(asksSomething(text) ? named.filter((option) => urgent.includes(option)) : named);
  };
  return { kind: `choice.${vocabulary.name}`, find, read, accepts, choices: options };
}

function pick<O>(options: readonly O[]): Read<O> {
  const [first, ...rest] = options;
  if (first === undefined) return problem('notAnOption');
  return rest.length === 0 ? value(first) : { kind: 'ambiguous', options };
}

/** The options for which the most was said: characters of different words, so that a long phrase beats a short one in it. */
function heaviest<O>(
  found: readonly Hit[],
  options: readonly O[],
  residual: readonly O[],
  meant: (word: string) => readonly O[],
): O[] {
  const weights = new Map<O, number>(options.map((option) => [option, 0]));
  for (const word of new Set(found.map((hit) => hit.word))) {
    for (const option of meant(word)) weights.set(option, (weights.get(option) ?? 0) + word.length);
  }
  const named = options.filter((option) => (weights.get(option) ?? 0) > 0);
  const strong = named.filter((option) => !residual.includes(option));
  const rivals = strong.length > 0 ? strong : named;
  const most = Math.max(0, ...rivals.map((option) => weights.get(option) ?? 0));
  return rivals.filter((option) => weights.get(option) === most);
}

/** Replays build the same question many times: a vocabulary is compiled once. */
const cache = new WeakMap<object, Compiled>();

function compiled(words: Readonly<Record<string, readonly string[]>>): Compiled {
  const known = cache.get(words);
  if (known) return known;
  const options = new Map<string, Set<string>>();
  const labels = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, word: string, option: string): void => {
    map.set(word, (map.get(word) ?? new Set()).add(option));
  };
  for (const [option, list] of Object.entries(words)) {
    for (const word of list.map((w) => normal(w).text)) {
      note(options, word, option);
      note(labels, compact(word), option);
    }
  }
  const longestFirst = [...options.keys()].sort((a, b) => b.length - a.length);
  const fresh = { options, labels, pattern: new RegExp(longestFirst.map(bounded).join('|'), 'g') };
  cache.set(words, fresh);
  return fresh;
}

/** Latin words match whole: “no” is not in “now”. */
function bounded(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return `${/^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : ''}${escaped}${/[a-z0-9]$/.test(word) ? '(?![a-z0-9])' : ''}`;
}

/** Words said and not taken back; “没有流血、昏迷或被困” takes back the whole row. */
function hits({ pattern }: Compiled, text: string): Hit[] {
  const found: Hit[] = [];
  let row = -1;
  for (const match of matches(pattern, text)) {
    const hit = { word: match[0], start: match.index, end: match.index + match[0].length };
    const inRow = row >= 0 && /^(?:[、或和及与/ ]|或者|以及|or){1,2}$/.test(text.slice(row, hit.start).slice(0, 6));
    if (inRow || negated(text, hit.start) || negatedDeed(text, hit.start)) row = hit.end;
    else found.push(hit);
  }
  return found;
}

/** Without blanks, punctuation and the colour of a thumb. */
const compact = (text: string): string => text.replace(/[\s,，。.、;；!！?？:：'"()-]|[\u{1f3fb}-\u{1f3ff}]/gu, '');

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** “2”, “2.”, “第二个”, “选2”, “the second”, “最后一个” as an index; “两个” is a count and picks nothing. */
function position(core: string, length: number): number | undefined {
  if (/^[^第选](?:.)?[个条种]$/.test(core)) return undefined;
  const match =
    /^(?:我?选|第|option |number )*([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|种|条|号|选项)?[.)、]?$/.exec(
      core,
    );
  const n = match?.[1] ? numeral(match[1]) : undefined;
  if (n !== undefined) return n >= 1 && n <= length ? n - 1 : undefined;
  if (/^(?:the )?last(?: one)?$|^最后一?个$/.test(core)) return length - 1;
  const word = /^(?:the )?([a-z]+)(?: one)?$/.exec(core)?.[1];
  const ordinal = word ? ORDINALS.indexOf(word) : -1;
  return ordinal >= 0 && ordinal < length ? ordinal : undefined;
}
