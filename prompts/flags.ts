/** Words in a story that call for care: they decide nothing, they bring a person in. */

import { deathsIn } from './death-words.ts';
import { hanIn } from './han.ts';
import { has, matches } from './matches.ts';
import { clauseAround, negated } from './negation.ts';
import { normal } from './normal.ts';
import { roadOf } from './place-words.ts';
import { remembered } from './remembered.ts';

export { saysPassedAway } from './death-words.ts';

export type Flag =
  | 'drunk'
  | 'unlicensed'
  | 'minor'
  | 'death'
  | 'hitAndRun'
  | 'uninsured'
  | 'offRoad'
  | 'motorway'
  | 'otherInsurer'
  | 'selfHarm'
  | 'threat';

const SOME = '[一二两三四五六七八九十几半\\d]{1,3}';
/** “两瓶”, “半斤多”, “点”: how much was drunk. */
const AMOUNT = `(?:了|过|完)?(?:[一二两三四五六七八九十几半\\d]{0,3}大?[斤两瓶杯罐口听扎碗箱盅]多?|一?[点些]儿?|不少|[很好挺太]?多)?的?`;
const ALCOHOL = '[啤白红黄米洋药老烈]?酒(?![店吧楼家精])|鸡尾酒|茅台|五粮液|二锅头|威士忌|伏特加|[白红啤]的';
const SOFT =
  '(?:[热凉开温冰白]|矿泉|白开|可|果|酸|牛|豆|奶|绿|红|中){0,2}(?:水|茶|奶|粥|汤|咖啡|饮料|汁|乐|浆|药|雪碧|红牛)';

const WORDS: Readonly<Record<Exclude<Flag, 'death' | 'offRoad' | 'motorway'>, RegExp>> = {
  drunk: new RegExp(
    `酒驾|醉驾|酒后|醉酒|醉醺醺|酒气|酒味|喝${AMOUNT}(?:${ALCOHOL})|喝[了过]?${SOME}[斤两](?![个])|喝了${SOME}[瓶杯罐听扎](?=$|[,。;!? ]|就|后|以后|之后|才|还|再|开)|喝(?:多|高|醉|大了|断片)|(?:中午|晚上|昨晚|刚才?)喝(?:了|的)(?!${AMOUNT}${SOFT})|毒驾|吸毒|drunk|drinking|drank|alcohol|under the influence|\\bdui\\b|had (?:a few|some|a|two|three|several|a couple of) (?:beers?|wine|drinks?|whisky|baijiu)`,
    'g',
  ),
  unlicensed:
    /无证|没有?(?:驾驶?证|驾照|本儿?(?=$|[,。开就]))|(?:驾驶?证|驾照)(?:被)?(?:吊销|扣|过期|没考|没拿|还没|没有|超期|注销)|没考(?:到|过)?(?:驾照|驾驶证)|准驾不符|no (?:driving |driver'?s? )?licen[cs]e|without a (?:driving |driver'?s? )?licen[cs]e|unlicen[cs]ed|licen[cs]e (?:has )?expired/g,
  minor:
    /未成年|小孩|孩子|小朋友|儿童|婴儿|宝宝|幼儿|幼儿园|小学生|初中生|中学生|学生(?!证)|(?<![\d一二三四五六七八九十])(?:[0-9]|1[0-7]|[一二三四五六七八九]|十|十[一二三四五六七])(?:个多?月大|岁)(?!以上)|child|children|\bkids?\b|\bbaby\b|toddler|\bminor\b|schoolboy|schoolgirl|(?<!\d)(?:[1-9]|1[0-7])[- ]years?[- ]old/g,
  hitAndRun:
    /逃逸|肇逃|肇事逃|(?:撞|碰|刮|蹭|剐)[^,。;!?\n]{0,8}(?:就|然后)?(?:跑|逃|溜)(?:了(?!.?[趟次步圈公里])|掉|走)|(?:对方|他|她|司机|肇事者|那车|那辆车|人|车)(?:已经|直接|当场|马上|就)?(?:跑|逃|溜)(?:了(?!.?[趟次步圈公里])|掉|走)|没停(?:车)?就(?:走|跑|开)|开车跑|找不到(?:肇事|对方)|fled|ran away|drove off|drove away|hit[- ]and[- ]run/g,
  uninsured:
    /(?:没有?|未|无)(?:买|投|上|交)?(?:过)?(?:交强|保险|车险)(?:险)?|没投保|未投保|脱保|断保|保险(?:早就?|已经?)?(?:过期|到期)|uninsured|no insurance|not insured|insurance (?:has )?expired/g,
  otherInsurer:
    /(?:投保|买|上|保险)(?:的|是)?(?:在)?(?:别的?|其他|其它|另一|另外一)家?(?:保险)?公司|(?:不是|不在)你们(?:家|公司|这)?(?:投保|买的|上的|的保险|的)|保险(?:是|在)(?:别家|别的|其他)|在(?:别家|别的保险公司|其他保险公司)(?:买|投|上)?|another insurer|other insurance company|insured (?:with|by) (?:another|someone else)|not insured with you|not your customer/g,
  selfHarm:
    /不想活|想死|自杀|自残|活不下去|活着没(?:有)?(?:什么)?(?:意思|意义)|死了算了|去死算了|一死了之|跳楼|轻生|割腕|结束(?:自己的?)?生命|了断|没(?:有)?活路|kill myself|suicide|suicidal|end my life|want to die|hurt myself/g,
  threat:
    /弄死|打死|杀了?(?:你|他|她|我|人|全家)|砍(?:死|你|他|我|人)|捅(?:死|你|他|我)|要(?:我|你|他)的?命|找人(?:打|收拾|弄|堵)|堵(?:我|门|在|着|你|家)|威胁|恐吓|围住我|围着我|扣(?:着|住)我|不让(?:我)?走|打我|动手打|要打人|泼(?:油漆|汽油)|同归于尽|炸了|放火烧|threaten|kill (?:you|me|him|her)|beat me|attack(?:ed|ing)? me|won't let me (?:go|leave)/g,
};
/** A word that names the wish itself is never taken back by a “不” inside it. */
const CERTAIN: readonly Flag[] = ['selfHarm', 'unlicensed', 'uninsured', 'otherInsurer'];
/** “没喝酒”, “喝酒了没有”, “有没有死人”: not said, or asked. */
const ASKED = /(?:有没有|是不是|是否|会不会|算不算|怕|担心|以为|差点|险些)[^,。;!?\n]{0,4}$/;

export function flagsIn(text: string): readonly Flag[] {
  const plain = normal(text).text;
  const said = (Object.entries(WORDS) as [Flag, RegExp][])
    .filter(([flag, pattern]) => matches(pattern, plain).some((match) => holds(plain, flag, match)))
    .map(([flag]) => flag);
  const road = roadOf(plain);
  return [
    ...said,
    ...(deathsIn(plain).length > 0 ? (['death'] as const) : []),
    ...(road === 'offRoad' || road === 'motorway' ? [road] : []),
  ];
}

function holds(text: string, flag: Flag, match: RegExpExecArray): boolean {
  const { before, after } = clauseAround(text, match.index, match.index + match[0].length, 16);
  if (flag === 'selfHarm') return !/(?:没有?|不|别)(?:要|会|打算|想过|想)?$/.test(before);
  if (ASKED.test(before) || /^(?:了)?(?:没有?|吗)(?:$|[?])/.test(after)) return false;
  if (CERTAIN.includes(flag)) return !/(?:不是|并非|不算)$/.test(before);
  if (flag === 'minor')
    return (
      !/(?:没有?|不是|无)(?:撞到?|伤到?|碰到?)?$/.test(before) && !/(?:我家|我|自己)?(?:接|送|带|生)$/.test(before)
    );
  return !negated(text, match.index) && !/(?:没有?|不|未)(?:人|有人|再|能|会|想)?$/.test(before);
}

const ACCIDENT = /撞|碰|刮|蹭|剐|追尾|翻车|摔|轧|压到|压伤|车祸|hit|crash|collid|ran into|run over|knocked|accident/;
/** Shorter words ask for something; from here on they tell something. */
const STORY = { han: 12, words: 9 };

/** Whether words tell how an accident happened, rather than ask to report one. */
export const tellsAccident = remembered((text) => {
  if (!has(ACCIDENT, normal(text).text)) return false;
  const han = hanIn(text);
  const words = text.match(/[a-z']+/gi)?.length ?? 0;
  return han >= STORY.han || words >= STORY.words;
});
