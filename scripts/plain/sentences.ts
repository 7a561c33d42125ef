/** Sentences of a message, as a reader meets them: how long each is, how many numbers it holds, whether it stands in a list. */
import type { Lang } from '../../locales/render.ts';

export interface Sentence {
  readonly text: string;
  /** Characters of Chinese without spaces and the closing mark; words of English. */
  readonly length: number;
  readonly numbers: number;
  /** A row of a list or of a table, or a formula: made to be looked at number by number. */
  readonly listed: boolean;
}

const ROW = /^\s*(?:\d+[.、] |[│├└·□①-⑩]|[（(]?\d+[）)] )/;
const FORMULA = /[=≈]/;
/** Where a sentence ends; closing quotes and brackets belong to it. A semicolon ends none. */
const ENDS: Readonly<Record<Lang, RegExp>> = {
  'zh-CN': /(?<=[。！？][”）」]*)(?![”）」])/u,
  en: /(?<=[.!?][”)]*)(?<!\bno\.|\b[ap]\.m\.)\s+(?=[“(\p{Lu}\d\p{Script=Han}])/u,
};
/** A day with its time, hours from – to, a telephone number and the like are one number each. */
const NUMBER = new RegExp(
  [
    /(?:\d+年)?\d+月\d+日(?:（周.）)?(?:上午|下午)?(?: ?\d+(?::\d\d(?:到\d+:\d\d)?| 点))?/u,
    /\d+ \p{Lu}\p{Ll}+(?: \d{4})?(?:, \d+:\d\d| between \d+:\d\d and \d+:\d\d)?/u,
    /\p{Lu}\p{Ll}+ \d+ \d+:\d\d/u,
    /\+\d+(?: \d+)+/u,
    /\d+:\d\d(?:–\d+:\d\d)?/u,
    /\d[\d.,:*/–-]*\d|\d/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
/** Of a claim, of a car: one number, however many figures it has. */
const NAMES = /\p{Script=Han}?\p{Lu}+[\d-]*\d/gu;

export function sentencesOf(lang: Lang, text: string): readonly Sentence[] {
  return text.split('\n').flatMap((line) => {
    const listed = ROW.test(line);
    const said = line.replace(ROW, '').split(ENDS[lang]);
    return said.map((one) => sentence(lang, one.trim(), listed)).filter(({ length }) => length > 0);
  });
}

function sentence(lang: Lang, text: string, listed: boolean): Sentence {
  return {
    text,
    length: lang === 'zh-CN' ? characters(text) : words(text),
    numbers: [...text.replace(NAMES, '0').matchAll(NUMBER)].length,
    listed: listed || FORMULA.test(text),
  };
}

const characters = (text: string): number => [...text.replace(/\s/g, '').replace(/[。！？：；”）]+$/u, '')].length;
const words = (text: string): number => text.split(/\s+/).filter((one) => /[\p{L}\d]/u.test(one)).length;

export function median(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
