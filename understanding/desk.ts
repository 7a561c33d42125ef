/** What people say around a colleague: that they would rather wait no longer, whether it is solved, and sums that are large. */
import { list } from '../prompts/choice.ts';
import { flagsIn } from '../prompts/flags.ts';
import type { Now } from '../prompts/kind.ts';
import { money } from '../prompts/money.ts';

const BACK = list(`
  返回机器人, 回到机器人, 回机器人, 找机器人, 机器人吧, 还是机器人吧, 用机器人, 不等了, 不想等了, 不排队了, 取消排队, 退出排队, 不用人工了, 不要人工了, 不转人工了, 取消人工, 取消转人工, 算了不等了, 先不等了,
  back to the bot, back to bot, bot please, stop waiting, leave the queue, don't wait, cancel, never mind`);
const SOLVED = list(
  `解决了, 已解决, 解决, 都解决了, 好了, 可以了, 没问题了, 有帮助, solved, yes, it is solved, yes solved, resolved, all good`,
);
const NOT_SOLVED = list(
  `没解决, 没有解决, 还没, 还没有, 还没解决, 还没有解决, 未解决, 没有, 没用, 没帮助, not solved, no, not yet, not really, unsolved`,
);

/** Without one of these no threat is read for: a look at all flags costs more than the rest of a message. */
const PERHAPS_THREAT =
  /死|杀|砍|捅|的命|找人|堵|威胁|恐吓|围[着住]|扣[着住]|不让|打[我要]|动手|泼|同归|炸|放火|threat|kill|beat me|attack|let me/i;
/** A phone number is no sum. */
const LARGE = /(?<!\d)\d{5,9}(?!\d)|[万亿]/;

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.!?，。！？、~～]+/g, ' ')
    .trim();

/** While waiting: leaves the queue. */
export const wantsBot = (text: string): boolean => BACK.includes(bare(text));

/** To the question whether it is solved; undefined for anything else. */
export function solvedIn(text: string): boolean | undefined {
  const words = bare(text);
  if (NOT_SOLVED.includes(words)) return false;
  return SOLVED.includes(words) ? true : undefined;
}

/** “给我打电话”: wants to be called, not to write. */
export const wantsCall = (text: string): boolean =>
  /打(?:个|一个)?电话|打给我|来电|回(?:个)?电|call me|phone me|ring me/i.test(text.slice(0, 200));

/** Somebody is threatened, or held, or threatens. */
export const tellsThreat = (text: string): boolean => PERHAPS_THREAT.test(text) && flagsIn(text).includes('threat');

/** The largest sum in the words, in fen; 0 where there is none. Only words with a long number are read. */
export function largestSumIn(text: string, now: Now): number {
  if (!LARGE.test(text.normalize('NFKC').slice(0, 2_000))) return 0;
  return Math.max(
    0,
    ...money()
      .find(text.slice(0, 2_000), now)
      .map(({ value }) => value.fen),
  );
}
