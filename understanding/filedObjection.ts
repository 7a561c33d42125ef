/** Of an objection that was just filed: more reasons, another reason, another way, how to send a paper, that it is taken back, how it stands. */
import { choice } from '../prompts/index.ts';
import type { Now } from '../prompts/kind.ts';
import { reasonInstead, saysOnlyWish, way } from '../prompts/vocabulary-objection.ts';
import { asksHowToSend } from './asks.ts';
import type { CutWish } from './deductions.ts';
import { addedIn } from './objection.ts';

const TAKES_BACK = /撤|withdraw|take (?:it|that) back/i;
const SENT =
  /^(?:交|提交|交上去|交了吗|对|好|发|寄)(?:了|吧)?[。.!！?？]?$|(?:交|提交|发|寄)(?:上去|出去)?了[吗没]|is it (?:filed|sent)|^submit/i;
const SENDING = /(?:材料|照片|证明|拍好)[^,，。]{0,6}(?:发|给|传|寄|交)(?:给)?(?:谁|哪|到哪|去哪)|拍好了/;
const LONGEST_WAY = 16;

export function ofFiled(text: string, now: Now): CutWish | undefined {
  const said = text.trim();
  if (TAKES_BACK.test(said) && said.length <= 30) return { what: 'withdraw' };
  const added = addedIn(said);
  if (added !== undefined) return { what: 'adds', added };
  if (asksHowToSend(said) || SENDING.test(said)) return { what: 'sending' };
  if (SENT.test(said)) return { what: 'objection' };
  const named = said.length <= LONGEST_WAY ? wayNamed(said, now) : undefined;
  if (named) return { what: 'way', way: named };
  const instead = reasonInstead(said);
  return instead === undefined ? undefined : { what: 'instead', instead };
}

/** One way forward in few words that tell nothing besides; that nothing is to be done is none. */
export function wayNamed(text: string, now: Now): (typeof way.options)[number] | undefined {
  const [named] = choice(way).find(text, now);
  return named && named.value !== 'notNow' && saysOnlyWish(text) ? named.value : undefined;
}
