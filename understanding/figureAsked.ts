/** A figure of a settlement that is asked about, and sums that words name. */
import { sumsNamed } from '../prompts/index.ts';
import type { CutWish } from './deductions.ts';
import { plain } from './plain.ts';

/** “6000 怎么来的”, “0 是什么意思”. */
const NUMBER_IN = /\d[\d,.]*/;
const ASKED_BEHIND =
  /^[ %元块钱是又呢系]{0,4}(?:怎么|咋|啷个|点(?:计|算|嚟|来|样)|哪儿?来|从哪|哪里?来|什么|啥|指|干嘛|干什么|干啥)/;
const ASKED_BEFORE = /(?:what is|where does|what does|how did you get)(?: the)? $/;

/** Fen: every sum of a hundred yuan or more, in digits or in words. */
export const sumsIn = (text: string): readonly bigint[] => sumsNamed(plain(text)).map(({ fen }) => BigInt(fen));

/** “一万四那条” of 14,400: to the thousand, as people say it. `amount`: yuan as they read it. */
export function namesSum(text: string, amount: string): boolean {
  const fen = BigInt(Math.round(Number(amount.replaceAll(',', '')) * 100));
  const rounded = fen - (fen % A_THOUSAND);
  return sumsIn(text).some((sum) => sum === fen || (sum % A_THOUSAND === 0n && sum === rounded));
}
const A_THOUSAND = 100_000n;

/** “一万二是干嘛的” is asked of 12000. */
function inDigits(words: string): string {
  const [sum] = /\d/.test(words) ? [] : sumsNamed(words);
  return sum ? `${words.slice(0, sum.start)}${sum.fen / 100}${words.slice(sum.end)}` : words;
}

export function figureIn(said: string): CutWish | undefined {
  const words = inDigits(said);
  const found = NUMBER_IN.exec(words);
  if (!found || found[0].length > LONGEST_FIGURE) return undefined;
  const [before, behind] = [words.slice(0, found.index), words.slice(found.index + found[0].length)];
  const chinese = (before === '' || '这那个,， '.includes(before.slice(-1))) && ASKED_BEHIND.test(behind);
  if (!chinese && !ASKED_BEFORE.test(before)) return undefined;
  const value = found[0].replaceAll(',', '').replace(/\.$/, '');
  if (TO_CALL.has(value)) return undefined;
  const isNumber = /^\d+(?:\.\d{1,2})?$/.test(value);
  return isNumber ? { what: 'figure', value, percent: behind.startsWith('%') } : undefined;
}
const LONGEST_FIGURE = 18;
/** Numbers to call are no sums. */
const TO_CALL: ReadonlySet<string> = new Set(['110', '120', '122', '12348', '12378', '12368']);

/** “12000、29400和70%分别从哪里来”: each of several figures. */
export function figuresIn(said: string): readonly Extract<CutWish, { what: 'figure' }>[] {
  const words = plain(said).replaceAll(',', '');
  if (!FROM_WHERE.test(words)) return [];
  const found = [...words.matchAll(/(?<!\d)(\d{2,7}(?:\.\d{1,2})?)(%?)(?!\d)/g)];
  const figures = found.map(([, value = '', percent]) => ({
    what: 'figure' as const,
    value,
    percent: percent === '%',
  }));
  return figures.length < 2 ? [] : figures.slice(0, MOST_FIGURES);
}
const FROM_WHERE = /来源|怎么来|怎么算|咋来|啷个来|哪里来|从哪|哪来|说明|what are|where do/;
const MOST_FIGURES = 3;
