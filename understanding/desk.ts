/** What people say around a colleague: that they would rather wait no longer, whether it is solved, and sums that are large. */
import { list } from '../prompts/choice.ts';
import { flagsIn } from '../prompts/flags.ts';
import type { Now } from '../prompts/kind.ts';
import { money } from '../prompts/money.ts';
import { consistsOf } from '../prompts/normal.ts';

const BACK = list(`
  返回机器人, 回到机器人, 回机器人, 找机器人, 机器人吧, 还是机器人吧, 用机器人, 不等了, 不想等了, 不排队了, 取消排队, 退出排队, 不用人工了, 不要人工了, 不转人工了, 取消人工, 取消转人工, 算了不等了, 先不等了, 算了不用了, 算了 不用了, 不用了谢谢, 不用了 谢谢,
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
/** Against staff or the place where they work: at the desk it counts as a threat; an account of an accident has no use for these words. */
const PRESSURE =
  /(?:去|到|来|上)(?:你们|你|公司|单位|总部|总公司|保险|门口).{0,8}(?:闹|堵|静坐|拉条幅)|(?:闹|砸)(?:到|死|了|烂|掉)?(?:你们?|公司|门店|柜台|办公)|闹(?:大|到底|上)|堵(?:住|了)?(?:你们?|公司|大门|门口|门(?![诊口铃]))|拉横幅|拉条幅|弄死|同归于尽|(?:smash|wreck|burn|storm) (?:up |down )?your|die together|make a scene/i;
/** Will complain, or make it public: nobody's safety, and everybody's right. */
const COMPLAINT =
  /上访|信访|(?<!照片|过度|相机|长时间)曝光(?!不足|过度)|找(?:个)?(?:媒体|记者|电视台|报社)|发(?:到)?(?:抖音|微博|朋友圈|网上).{0,6}(?:你们|曝)|投诉(?:你们?|到)|(?:去|要|向|找).{0,6}(?:银保监|金融监管|金监|保监|12378|12345|消协|12315)|(?:去|要)(?:法院)?(?:告|起诉)你们|(?:go|take (?:this|it)) to the (?:press|media|newspapers?|regulator|television)|expose you|(?:complain|report you) to the (?:regulator|ombudsman|cbirc|nfra)|see you in court|\bsue you/i;
/** “我不会去闹”. */
const UNDONE = /(?:不会?|没有?|别|不想|不是)(?:要|去|想)?$/;
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

/** “返回机器人” in so many words: “算了” can be meant for something else. */
export const namesBot = (text: string): boolean => wantsBot(text) && /机器人|不排队|退出排队|\bbot\b|queue/i.test(text);

/** To the question whether it is solved; undefined for anything else. */
export function solvedIn(text: string): boolean | undefined {
  const words = bare(text);
  if (NOT_SOLVED.includes(words)) return false;
  return SOLVED.includes(words) ? true : undefined;
}

/** In so many words, whatever was said since it was asked: “没有” alone may answer something else. */
export const saysSolved = (text: string): boolean => solvedIn(text) !== undefined && /解决|solved/i.test(text);

/** “那我等着”, “好的，等您电话”: takes what a colleague has said, and asks nothing. */
export const takesIt = (text: string): boolean => {
  const words = bare(text);
  return words !== '' && words.length <= 24 && consistsOf(TAKEN_WORDS, words);
};
/** “好的谢谢”, “那再见”. */
export const saysThanks = (text: string): boolean => /[谢见拜]|thank|bye/i.test(text);
const TAKEN_WORDS =
  /再见|拜拜|bye|好的?|行|可以|嗯|哦|那|就|我|您|你|们|等着?|电话|消息|回电|回复|通知|知道|明白|收到|谢谢|多谢|感谢|辛苦|麻烦|了|吧|啊|哈|呀|的|okay|ok|thanks|thank you|then|i|will|wait|for|your|the|call|good|great|got it|sure| /y;

/** “给我打电话”: wants to be called, not to write. */
export const wantsCall = (text: string): boolean =>
  /打(?:个|一个)?电话|打给我|来电|回(?:个)?电|call me|phone me|ring me/i.test(text.slice(0, 200));

/** Somebody is threatened, or held, or threatens. */
export const tellsThreat = (text: string): boolean =>
  said(PRESSURE, text.slice(0, 2_000)) || (PERHAPS_THREAT.test(text) && flagsIn(text).includes('threat'));

/** Will complain, sue or make it public. */
export const tellsComplaint = (text: string): boolean => said(COMPLAINT, text.slice(0, 2_000));

function said(pattern: RegExp, text: string): boolean {
  const found = pattern.exec(text);
  return found !== null && !UNDONE.test(text.slice(Math.max(0, found.index - 4), found.index));
}

/** Somebody lies in intensive care, or is being resuscitated; not who has left it, or never was there. */
export function tellsIcu(text: string): boolean {
  const found =
    /重症|\bICU\b|(?:现在|正在?|还在|在)(?:医院|急诊)?抢救(?!费)|颅内出血|脑出血|病危|intensive care|resuscitat/i.exec(
      text.slice(0, 2_000),
    );
  if (!found) return false;
  const before = text.slice(Math.max(0, found.index - 6), found.index);
  const after = text.slice(found.index, found.index + 14);
  return !/[没不未别]|出了?$|离开|not |never |left |out of /i.test(before) && !/出来|转出|吗|[?？]/.test(after);
}

/** “我要人”, “让你们经理出来”, where a question about a call is open: wants somebody now. */
export const demandsPerson = (text: string): boolean =>
  /要(?:个|见|找)?(?:活|真)?人(?![民家])|(?:叫|让|找|喊|见)(?:你们)?(?:的)?(?:人|经理|领导|主管|负责人|老板)|(?:经理|领导|主管|负责人|老板)(?:出来|过来|来)|\b(?:manager|supervisor|somebody|someone|a person|a human)\b/i.test(
    text.slice(0, 200),
  );

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
