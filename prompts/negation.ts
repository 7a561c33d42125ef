/** Whether words are taken back by what stands before them: “没骨折”, “没有昏迷”, “有没有骨折” (asked, not said). */
import { SignClass } from './matches.ts';

const BEFORE = 10;
const NEGATION =
  /(?:没有?|不是|并非|并未|未|无|不曾|毫不|不|别|莫|冇|唔|非|勿|\bnot?|\bnever|\bwithout|n't|\bnobody|\bno one)(?:再|太|很|怎么|曾|被|有|发生|出现|造成|任何|什么|人员?|啥|谁|一个?|能|会|需要|用|been|be|any|anyone|a|is|was|got|has|\s){0,2}\s*$/;

/** `text` is normal (see normal.ts); `at` is where the words begin. */
export const negated = (text: string, at: number): boolean => NEGATION.test(text.slice(Math.max(0, at - BEFORE), at));

/** “did not take him to hospital”, “没把他送医院”: the deed is denied before the person it was done to. */
const DEED =
  /(?:没有?|未|不)(?:(?:把|带|陪|送|让)?(?:他们?|她们?|人|伤者)(?:去|到|送)?|带|陪|送)$|(?:(?<![a-z])(?:not|never)|n't) (?:take|took|taken|taking|bring|brought|go|gone|going|been|send|sent|drive|driven)(?: (?:him|her|them|me|anyone|anybody|someone|the injured))?(?: (?:to|in|at))?(?: (?:a|the))? $/;
export const negatedDeed = (text: string, at: number): boolean => DEED.test(text.slice(Math.max(0, at - 40), at));

const MARK = new SignClass(/[,。;!?、\n]/);
/** The clause around [start, end): what stands between two punctuation marks or line breaks. */
export function clauseAround(text: string, start: number, end: number, reach = 40): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  let from = before.length;
  while (from > 0 && !MARK.at(before, from - 1)) from -= 1;
  let to = 0;
  while (to < after.length && !MARK.at(after, to)) to += 1;
  return { before: before.slice(from), after: after.slice(0, to) };
}
