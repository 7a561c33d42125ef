/** Of an objection that was just filed: more reasons, another reason, another way, how to send a paper, that it is taken back, how it stands. */
import { choice } from '../prompts/index.ts';
import type { Now } from '../prompts/kind.ts';
import { reasonInstead, saysOnlyWish, way } from '../prompts/vocabulary-objection.ts';
import { asksHowToSend } from './asks.ts';
import type { CutWish } from './deductions.ts';
import { addedIn } from './objection.ts';
import { otherLineIn } from './objector.ts';

const TAKES_BACK = /撤|withdraw|take (?:it|that) back/i;
const NEXT =
  /^(?:(?:那|那么|我|接下来|下一步|然后|现在|这|还|该|要|得){0,5})(?:做什么|做啥|干什么|干啥|干嘛|怎么办|咋办|咋整|呢)[呢啊呀?？。]{0,2}$|what (?:do|should) i do (?:now|next)|what(?:'s| is) next/i;
const SILENT =
  /(?:不|没|没人)(?:理|回|答复|回复|管|给|认|改)[^,，。]{0,4}(?:怎么办|咋办|咋弄|咋整|呢|我|俺)|没反应|没动静|超时|到期[^,，。]{0,6}(?:不|没)|what if (?:they|nobody)/i;
const SIGNS = /(?:签字|打印机|那?这?封?信)[^,，。]{0,6}(?:吗|怎么|给谁|谁|交给|用)|没有?打印机/;
const LETS_BE = /^(?:那|我|还是|都|先){0,3}(?:算了|不提了|不弄了|不搞了|不告了|撤了)[吧啊]?[。.!！]{0,2}$/;
const AGAIN = /又想提|(?:还是|继续)(?:要|想)?(?:提|办)/;
const SENT =
  /^(?:交|提交|交上去|交了吗|对|好|同意|可以|行|发|寄)(?:了|吧)?[。.!！?？]?$|(?:交|提交|发|寄)(?:上去|出去)?了[吗没]|^(?:确认|就这样)(?:吧|了)?[。.!！]?$|is it (?:filed|sent)|^submit/i;
const SENDING = /(?:材料|照片|证明|拍好)[^,，。]{0,6}(?:发|给|传|寄|交)(?:给)?(?:谁|哪|到哪|去哪)|拍好了/;
const LONGEST_WAY = 16;

export function ofFiled(text: string, now: Now): CutWish | undefined {
  const said = text.trim();
  if (TAKES_BACK.test(said) && said.length <= 30) return { what: 'withdraw' };
  const added = addedIn(said);
  if (added !== undefined) return { what: 'adds', added };
  const line = otherLineIn(said);
  if (AGAIN.test(said) || (line?.rest === '' && /改成|换成|改提/.test(said)))
    return { what: 'object', ...(line && { n: line.n }) };
  if (SILENT.test(said)) return { what: 'silent' };
  if (SIGNS.test(said)) return { what: 'letter' };
  if (NEXT.test(said)) return { what: 'objection' };
  if (asksHowToSend(said) || SENDING.test(said)) return { what: 'sending' };
  if (SENT.test(said)) return { what: 'objection' };
  const named = said.length <= LONGEST_WAY ? wayNamed(said, now) : undefined;
  // A threat changes nothing of what was agreed.
  if (named && named !== 'outside') return { what: 'way', way: named };
  if (LETS_BE.test(said)) return { what: 'withdraw' };
  const instead = reasonInstead(said);
  return instead === undefined ? undefined : { what: 'instead', instead };
}

/** One way forward in few words that tell nothing besides; that nothing is to be done is none. */
export function wayNamed(text: string, now: Now): (typeof way.options)[number] | undefined {
  const named = choice(way)
    .find(text, now)
    .find(({ value }) => value !== 'notNow');
  return named && saysOnlyWish(text) ? named.value : undefined;
}
