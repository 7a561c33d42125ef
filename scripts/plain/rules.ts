/** The rules, each over one message or over all sentences of a dialog. */
import type { Lang } from '../../locales/render.ts';
import type { Data, Kind, Term } from './data.ts';
import { type Finding, finding, type RuleName } from './finding.ts';
import type { Message } from './messages.ts';
import { median, type Sentence, sentencesOf } from './sentences.ts';

/** Characters of Chinese, words of English. English beyond 25 words is hard to follow on a phone; half must be 12 or less, as in large text. */
export const LIMITS: Readonly<
  Record<Lang, { readonly most: number; readonly median: number; readonly large: number }>
> = {
  'zh-CN': { most: 40, median: 18, large: 20 },
  en: { most: 25, median: 12, large: 12 },
};
const MOST_NUMBERS = 2;
const UNIT: Readonly<Record<Lang, string>> = { 'zh-CN': 'characters', en: 'words' };

type Rule = (message: Message, sentences: readonly Sentence[], data: Data) => readonly Finding[];

const by = ({ lang, key }: Message, rule: RuleName, sentence: string, fix: string): Finding =>
  finding({ lang, key, rule, sentence, fix });

const long: Rule = (message, sentences) =>
  sentences
    .filter(({ length }) => length > LIMITS[message.lang].most)
    .map(({ text, length }) => {
      const fix = `${length} ${UNIT[message.lang]}: say it in sentences of at most ${LIMITS[message.lang].most}`;
      return by(message, 'long', text, fix);
    });

const numbers: Rule = (message, sentences) =>
  sentences
    .filter((one) => !one.listed && one.numbers > MOST_NUMBERS)
    .map((one) =>
      by(message, 'numbers', one.text, `${one.numbers} numbers: at most ${MOST_NUMBERS} a sentence, or make it a list`),
    );

const QUESTION = /[？?]$/;
const ASIDE = /“[^”]*”|（[^）]*）|\([^)]*\)/g;

/** What is quoted – a button, words to read out – asks nothing; a numbered list is one request; “if you like …” is an offer. */
const requests: Rule = (message, _, { requests: patterns }) => {
  const { asks, offers } = patterns[message.lang];
  const [ask, offer] = [new RegExp(asks, 'iu'), new RegExp(offers, 'iu')];
  const own = sentencesOf(message.lang, message.text.replace(ASIDE, '“”'));
  const said = own.filter(({ listed }) => !listed).flatMap(({ text }) => text.split(/[；;] ?/));
  const asking = said.filter((one) => QUESTION.test(one) || (ask.test(one) && !offer.test(one)));
  if (asking.length < 2) return [];
  const fix = `${asking.length} requests: keep one, make the others an offer or a message of their own`;
  return [by(message, 'requests', asking.join(' | '), fix)];
};

const jargon: Rule = (message, _, { glossary }) => {
  const text = `${message.text}\n${message.around}`.toLowerCase();
  return glossary[message.lang]
    .filter(
      (term) => stands(term, message.text.toLowerCase()) && !term.says.some((one) => text.includes(one.toLowerCase())),
    )
    .map(({ term, plain }) => by(message, 'jargon', message.text, `“${term}” is not explained: say “${plain}”`));
};
const stands = ({ term, except = [] }: Term, text: string): boolean =>
  except.reduce((left, one) => left.replaceAll(one.toLowerCase(), ''), text).includes(term.toLowerCase());

const forbidden: Rule = (message, sentences, { forbidden: bans }) =>
  bans[message.lang].flatMap(({ pattern, why }) => {
    const hit = sentences.filter(({ text }) => new RegExp(pattern, 'iu').test(text));
    return hit.map(({ text }) => by(message, 'forbidden', text, why));
  });

const RULES: Readonly<Record<Kind, readonly Rule[]>> = {
  message: [long, numbers, requests, jargon, forbidden],
  part: [long, numbers, jargon, forbidden],
  label: [long, forbidden],
  desk: [long, forbidden],
};

export interface Measured {
  readonly message: Message;
  readonly sentences: readonly Sentence[];
}
export const measured = (message: Message): Measured => ({
  message,
  sentences: sentencesOf(message.lang, message.text),
});

export const ofMessage = ({ message, sentences }: Measured, data: Data): readonly Finding[] =>
  RULES[message.kind].flatMap((rule) => rule(message, sentences, data));

/** `zh-CN report` → its sentences, each once; labels are no sentences, colleagues are no claimants. */
export function dialogs(all: readonly Measured[]): ReadonlyMap<string, readonly Sentence[]> {
  const read = all.filter(({ message }) => message.kind === 'message' || message.kind === 'part');
  const groups = Map.groupBy(read, ({ message }) => `${message.lang} ${message.key.split('.')[0]}`);
  return new Map([...groups].map(([name, some]) => [name, distinct(some.flatMap(({ sentences }) => sentences))]));
}
const distinct = (sentences: readonly Sentence[]): readonly Sentence[] => [
  ...new Map(sentences.filter(({ listed }) => !listed).map((one) => [one.text, one])).values(),
];

export function ofDialog(name: string, sentences: readonly Sentence[]): readonly Finding[] {
  const [lang = 'en', key = ''] = name.split(' ') as [Lang, string];
  const middle = median(sentences.map(({ length }) => length));
  if (middle <= LIMITS[lang].median) return [];
  const longer = [...sentences].sort((a, b) => b.length - a.length)[0]?.text ?? '';
  const fix = `half of the sentences of ${key} have more than ${middle - 1} ${UNIT[lang]}, ${LIMITS[lang].median} is the bound: shorten some`;
  return [finding({ lang, key, rule: 'median', sentence: longer, fix })];
}

/** How many of a hundred sentences are short enough for large text. */
export function score(lang: Lang, sentences: readonly Sentence[]): number {
  const short = sentences.filter(({ length }) => length <= LIMITS[lang].large).length;
  return sentences.length === 0 ? 100 : Math.floor((short * 100) / sentences.length);
}
