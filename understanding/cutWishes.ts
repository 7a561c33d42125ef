/** What a longer message wants of a settlement: sentence by sentence, an objection before a question. */
import { clausesOf } from './clauses.ts';
import { type CutWish, cutWishIn, sumsIn } from './deductions.ts';
import { sentencesOf } from './sentences.ts';
import { intentOf } from './understand.ts';

/** As a whole, else by the line that a clause of it numbers: “别的不说，看第2条”. */
export function wishOfSentence(text: string): CutWish | undefined {
  const whole = cutWishIn(text);
  if (whole && !isComplaint(whole)) return whole;
  const clauses = clausesOf(text);
  const others = clauses.length < 2 ? [] : clauses.flatMap((one) => cutWishIn(one) ?? []);
  // Behind “你没回答我” any question counts, elsewhere a clause may be of anything.
  return others.find((one) => !isComplaint(one) && (whole || CLAUSE.has(one.what))) ?? whole;
}
const CLAUSE: ReadonlySet<CutWish['what']> = new Set(['number', 'object']);

export function cutWishAnywhere(text: string): CutWish | undefined {
  const whole = wishOfSentence(text);
  if (whole && !isComplaint(whole)) return whole;
  const all = sentencesOf(text).flatMap((one) => wishOfSentence(one) ?? []);
  const meant = all.find(({ what }) => what === 'object') ?? all.find((one) => !isComplaint(one));
  // “还有一条14400啥意思”: of a sum that was told, in whatever words.
  return meant ?? (asksOfSum(text) ? { what: 'whole' } : (whole ?? all[0]));
}

/** “你没回答我”: what is asked besides says more. */
const isComplaint = (wish: CutWish): boolean => wish.what === 'beside' && wish.asked === 'missed';
const asksOfSum = (text: string): boolean => sumsIn(text).length > 0 && intentOf(text).intent === 'deduction';
