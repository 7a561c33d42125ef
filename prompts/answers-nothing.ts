/** Words that answer no question by themselves: “跟刚才一样”, “先问个事”, “都行”. They are no place, no account and no consent. */
import { bare } from './normal.ts';

const SAME =
  /^(?:我)?(?:跟|和|同|与)?(?:刚才|刚刚|上面|上次|之前|前面|前头|先前|上一个|上个)(?:说的?|填的?|写的?|报的?)?(?:的)?(?:都?是?一样|相同|那个|一致)(?:的|吧|啊)?$|^一样(?:的)?$|^同上$|^same (?:as (?:before|above)|again)$/;
const FIRST =
  /^(?:等一下|等下|等等|先等等|稍等|慢着|且慢)?[,，. ]*(?:我)?(?:想|要|能不能|可以)?先?(?:问(?:一下|下|个|你|你们|您)?(?:一?个)?(?:事|事情|问题|别的|话)|问一下|问下)(?:先|吗|行吗|可以吗)?$|^(?:wait,? )?(?:can i|may i|let me) ask (?:something|a question|you something)(?: first)?$/;
const LEFT_OPEN =
  /^(?:都行|随便|随便吧|都可以|无所谓|看着办|你看着办|你定|您定|你决定|随你|随您|怎么都行|都成|whatever|either|any|up to you|you decide)$/;

/** “等一下先问个事”: something is going to be asked. */
export const asksFirst = (text: string): boolean => FIRST.test(bare(text));
/** “都行”: left to us, which is neither yes nor no. */
export const leavesOpen = (text: string): boolean => LEFT_OPEN.test(bare(text));
const UNSURE =
  /^(?:我|俺)?(?:也)?(?:真)?(?:不知道|不清楚|不晓得|不记得)(?:了|啊|吧|呀)?$|^(?:i )?(?:don't know|do not know)$/;

/** At a question that may be left open “不知道” is an answer; in an account it tells nothing. */
export const saysUnsure = (text: string): boolean => UNSURE.test(bare(text));
/** “没有”, “没了”: nothing there, nothing to change. */
export const saysNone = (text: string): boolean =>
  /^(?:也|都)?(?:没有?|没了|没有了|无|冇|没得|不用|不用了|none|nothing|no)$/.test(bare(text));
/** “跟刚才一样”: what stands there already, or stood at the question before. */
export const saysSame = (text: string): boolean => SAME.test(bare(text));
export const answersNothing = (text: string): boolean => {
  const words = bare(text);
  return SAME.test(words) || FIRST.test(words) || LEFT_OPEN.test(words);
};
