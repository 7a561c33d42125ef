/** Words of self-harm. A figure of speech is none: 累死了, 气得要死. */

import { list } from '../prompts/choice.ts';
import { has } from '../prompts/matches.ts';
import { normal } from '../prompts/normal.ts';
import { PhraseSearch } from '../prompts/phrase-search.ts';
import { once } from './once.ts';

const DESPAIR = list(`
  自杀, 不想活, 不想再活, 没啥意四, 吊死, 死路一条, 死给你, 死给我看, 死在你们, 给我个痛快, 拿命抵, 百草枯, 敌敌畏, 安眠药, 熬不下去了想, 解脱了对, 想解脱, 求解脱, 只想解脱, 消失了就好, 不如消失, 冲下桥, 开车冲下, 活下去的勇气, 活下去的理由, 活下去的意义, 想shi, 就了断, 想了断, 要了断, 我了断, 活够了, 活腻了, 活着没意思, 活着没劲, 活着没意义, 活着还有什么意思, 活着有什么意思, 活着干嘛, 活着太累, 活着好累, 活不下去, 不想活下去, 没法活了, 不活了,
  想死了, 想死, 去死算了, 死了算了, 不如死, 死了干净, 死了一了百了, 一了百了, 一死了之, 轻生, 寻短见, 想不开, 自我了断, 了断自己, 了结自己, 了结生命, 结束生命, 结束自己, 结束这一切, 跳楼, 跳河, 跳江, 跳桥, 从楼上跳, 从这里跳下去, 跳下去,
  割腕, 喝农药, 喝药死, 吃安眠药, 一瓶安眠药, 攒了药, 药都攒, 遗书, 遗言, 没有活路, 没活路, 没有我更好, 没我更好, 解脱了算了, 一头撞死, 撞死算了, 上吊, 烧炭, 离开这个世界, 离开这世界, 世上没有什么值得, 没什么可留恋, 没有什么留恋, 不值得留恋, 不想醒来, 睡过去不醒,
  suicide, suicidal, kill myself, killing myself, end my life, ending my life, end it all, want to die, wanna die, don't want to live, do not want to live, no reason to live, better off dead, hurt myself, jump off a, jump off the`);

/** What takes two words that may stand apart. */
const TOLD: readonly RegExp[] = [
  /(?:当初|当时|还不如|不如|干脆)(?:就|直接|被)?(?:把我)?撞死/,
  /(?:想|要|去|谂住)(?:就)?(?:跟|陪)(?:着)?(?:她|他|它|埋佢|佢|孩子|老婆|老公|爸|妈)(?:一起|一块)?(?:走|去)(?:了|算)/,
  /(?:也想|就想|想)(?:跟|陪)(?:着)?(?:她|他|孩子|老婆|老公|爸|妈)(?:一起|一块)?(?:走|去)/,
  /谂住跟埋佢去/,
  /(?:要|想|说|闹着)(?:着|要|想)?去死(?!亡)/,
  /(?:我|要是我|如果我|等我)(?:死|没|走|不在)了(?:以后|之后|的话|是不是|[,，])[^。]{0,8}(?:赔|钱|给我|就不用)/,
  /(?:这辈子|今生)[^。]{0,6}我先走/,
  /(?:站|坐|爬)(?:在|到|上)了?(?:江边|河边|桥上|桥边|楼顶|天台|阳台上|窗台)/,
  /(?:想|考虑)(?:着)?(?:怎么|如何)(?:去)?(?:结束|死)(?:自己|生命|了|掉|$)/,
  /喝下去就|吞了(?:一?瓶|药)/,
];

/** What only sounds like it, or tells of somebody else's accident. */
const FIGURES = list(`
  想死机, 笑死, 累死, 困死, 饿死, 气死, 急死, 吓死, 烦死, 热死, 冷死, 疼死, 痛死, 想死你, 想死我了, 难道想死, 不想死, 不会死, 怕死, 该死, 要死不活, 半死, 自杀式, 差点想死, 开得跟自杀, 跟想死一样, 是不是想死, 他想死, 不是自杀, 跳楼价, 跳楼机, 跳河里, 掉河里,
  车跳下去, 想不开玩笑, 没想不开, 没有想不开, 不是想不开, 不会想不开`);

const despair = once(() => new PhraseSearch(DESPAIR));
const figures = once(() => new PhraseSearch(FIGURES));

/** The words that were heard; undefined where there are none. */
export function crisisIn(text: string): string | undefined {
  const words = normal(text).text.toLowerCase();
  const plain =
    figures().firstIn(words) === undefined ? words : FIGURES.reduce((so, figure) => so.replaceAll(figure, ' '), words);
  return despair().firstIn(plain) ?? TOLD.find((told) => has(told, plain))?.exec(plain)?.[0];
}
