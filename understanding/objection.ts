/** Of an objection: that somebody disagrees, with which reason, asks again for the letter, wants it looked at anew, or takes it back. */
import { namedIn } from './namedCuts.ts';
import { numberIn, saysAgree } from './objector.ts';
import { plain } from './plain.ts';
import { sureWish } from './talkWish.ts';

/** Longer ones tell a story. */
const LONGEST = 80;
/** Who writes politely needs more words. */
const LONGEST_STORY = 140;
const short = (text: string): boolean => text.length <= LONGEST;

const OBJECT =
  /不同意|我反对|都不对|都有问题|不服|不认(?!识)|不接受|不合理|不公平|异议|申诉|太少了|^凭(?:什么|啥)[?？!！。]*$|扣(?:得|的)?(?:太多|不对|错)|算(?:得|的)?(?:太少|不对|错)|(?:赔|给)(?:得|的)?太少|disagree|(?:do not|don't|cannot|can't) agree|\bobject\b|not fair|unfair|not right|wrong/;
/** While a settlement is spoken of. */
export const disagreesIn = (words: string): boolean => OBJECT.test(words) && !saysAgree(words);

/** The same, so plainly that it needs no talk before it; of blame or of an appraisal somebody else decides. */
const PLAINLY =
  /不同意|不服|不认(?!识)|不接受|异议|申诉|不公平|不合理|(?:do not|don't|cannot|can't) agree|(?:你们?|您|公司|保险公司)(?:们)?(?:是不是|肯定)?算(?:得|的)?(?:错|少|不对)|(?:赔|给)(?:得|的)?太少|\bdisagree|\bobject\b/;
const OF_OTHERS = /认定|鉴定|责任|等级|伤残|评残|合同|私了|调解|fault|appraisal|police/;
export function disagreesPlainly(text: string): boolean {
  const words = plain(text).replace(DISPUTED, ' ');
  const plainly = PLAINLY.test(words) || (OBJECT.test(words) && numberIn(words) !== undefined);
  return short(text) && plainly && !OF_OTHERS.test(words) && !saysAgree(words);
}

/** Names what it is of, so that even a stranger is understood. */
const WITH_SETTLEMENT =
  /提[^,，。]{0,3}异议|(?:不同意|不接受|不认|不服)(?:你们?的?|公司的?|这个|这次|这份)?(?:赔偿?|理赔|核定|定损)?的?(?:金额|方案|结果|数|扣|核定)|(?:赔偿?|理赔|核定)的?(?:金额|方案|结果)[^,，。]{0,4}(?:不同意|不接受|不认|不服)|disagree with (?:the|this|your) (?:amount|sum|settlement|offer)/;
export const disagreesWithSettlement = (text: string): boolean => short(text) && WITH_SETTLEMENT.test(plain(text));

/** “我提的异议怎么样了”, “信再给我一次”: of the one that was made, wherever it is said. */
const OF_OBJECTION =
  /(?:我的|我提的|提的|那个|上次的)异议|异议书|异议(?:怎么样|到哪|办得|有结果|呢)|(?:写的|那封|我的|异议)信(?:在哪|呢|再)|(?:看|找|给)[^,，。]{0,6}(?:那封信|那个信|草稿)|^(?:把)?(?:那封|那个)?(?:信|草稿)(?:再)?(?:发|给|看|在哪|呢|打开)|(?:再|重新)(?:给|发|看|打开)(?:我|一下|一[遍次份])?(?:看)?(?:那封|那个|异议)?(?:的)?(?:信|草稿)|(?:几点|几号|什么时候|啥时候|哪天前?|哪个人?|哪位|谁)[^,，。]{0,6}(?:给我)?(?:打电话|打给我|联系[我俺]|回[我俺]|答复[我俺])|(?:递|交|转|报|提)(?:上去|过去|出去)了?(?:没有?|吗|么)|my objection|(?:the|my) letter|who (?:calls|answers) me/;
export const asksOfObjection = (text: string): boolean =>
  short(text) && OF_OBJECTION.test(plain(text)) && !TELLS_REASON.test(text.trim());
/** “我的异议：条款没有提示” tells why. */
export const TELLS_REASON = /^我的(?:异议|理由|意见)(?:是|如下)?[:：，,]/;

/** “帮我写个异议书”: to begin one. */
export const wantsLetter = (text: string): boolean =>
  short(text) &&
  /(?:帮|给|替)我?[^,，。]{0,2}(?:写|拟|起草|弄)[^,，。]{0,4}(?:异议|申诉|信)|write (?:me )?(?:a|an|the) (?:letter|objection)/.test(
    plain(text),
  );

/** “撤回异议”, “我不异议了”: never the reason of one. */
const WITHDRAWS =
  /^(?:我)?(?:想|要)?(?:撤回|撤销|取消|收回|不要|不提)(?:我的|这个|那个)?(?:异议)(?:了|吧)?|不(?:想)?(?:提|要)?(?:异议|申诉)了|(?:[两二三]条|全部?|都)[^,，。]{0,3}(?:撤回|撤销|撤掉|撤了)|异议[^,，。]{0,4}(?:撤回|撤销|撤掉|撤了)|^withdraw (?:my|the|both|all)/;
export const withdrawsObjection = (text: string): boolean => short(text) && WITHDRAWS.test(plain(text));

/** “买的时候没人跟我说过”, “我不该出这四千二”. */
export const saysUntold = (text: string): boolean =>
  short(text) &&
  /没(?:人|有人)?(?:跟|给|向|和)我(?:说|讲|提)|没提示|不(?:应)?该(?:我|由我)?出|我买了[^,，。]{0,8}(?:附加险|外购药)|nobody told me/.test(
    plain(text),
  );

/** “请理赔员再核”, “重新算一下”. */
const RECHECK =
  /(?:给我|帮我|找人|找个?真人|请人|都)[^,，。]{0,6}(?:再|重新)看|(?:再|重新|重)(?:核|算|审)(?:一[遍下次]|算|核)?|复核|recheck|check (?:it )?again|look at it again/;
export const wantsRecheck = (text: string): boolean => text.length <= 24 && RECHECK.test(plain(text));

/** “算了，先不弄了”, “等等，先别交” while an objection is being made. */
const PUTS_OFF =
  /^(?:那)?算了[吧。.!！]?$|^算了[,，]|不说了|不想说|说累了|不(?:想)?弄了|不(?:想)?搞了|先(?:不|别)(?:弄|交|提|说|办|写|管)|^先不(?:了|要)?$|(?:别|不)(?:弄|交|提|写)了|先放(?:一)?(?:放|着|下)|改天再|回头再|never mind|not now|leave it/;
export const putsOff = (text: string): boolean => text.length <= 20 && PUTS_OFF.test(plain(text));

/** “两条都不同意”, “全部”, “第1条和第2条”. */
const ALL = /都不|全部|所有|每一?[条项]|[两俩三四五六几]条|都(?:有问题|不对|不认)|^都$|all of them|both|every/;
const PAIR =
  /(\d{1,2}|[一二三四五六七八九十])[条條项]?\s?(?:和|跟|与|、|,|，|and)\s?第?(?:\d{1,2}|[一二三四五六七八九十])/;
export const meansSeveral = (text: string): boolean =>
  short(text) && (ALL.test(withoutCount(text)) || PAIR.test(withoutCount(text)));
/** “理由有两条” counts no lines. */
const withoutCount = (text: string): string => plain(text).replace(/(?:理由|原因|意见)(?:有)?[两三四几][条点个]/, '');

/** “我不同意” and nothing besides is no reason for it. */
export const onlyDisagrees = (text: string): boolean =>
  /^(?:我|就是|反正)?(?:不同意|不服|不认|不接受|有异议|i disagree|disagree)[。.!！]{0,3}$/.test(plain(text));

/** “进口药凭什么不报” asks nothing, where somebody says what is wrong. */
export const onlyProtests = (text: string): boolean => /凭(?:什么|啥)/.test(text);

/** “我不同意第一条，医生让用的”, “药钱凭啥砍我的”, said by a stranger: of a settlement, since it names a line or an item. */
export function objectsToLine(text: string): boolean {
  const sure = sureWish(text);
  if (text.length > LONGEST_STORY || (sure !== 'object' && sure !== 'why' && sure !== 'reason')) return false;
  return (numberIn(plain(text)) !== undefined || namedIn(text) !== undefined) && !OF_OTHERS.test(plain(text));
}

/** “商量好了，还是要提”, of one that was put aside. */
export const takesUpAgain = (text: string): boolean =>
  short(text) &&
  /还是(?:要|想|得)?(?:提|说|交|办|弄|写)|(?:想|商量|考虑)(?:好|清楚)了|接着(?:提|说|弄|写)/.test(plain(text));

/** “第1条”: that line, and no answer to a question beside it. */
export const onlyNamesLine = (text: string): boolean =>
  /^(?:第[\d一二三四五六七八九十]{1,3}[条條]|\d{1,2}号)$/.test(text.replace(/\s/g, ''));

export { addedIn } from '../prompts/vocabulary-objection.ts';

/** “有什么区别”, “哪个快”, at the ways forward. */
export const asksWhichWay = (text: string): boolean =>
  /区别|不同|你帮我选|[你您]们?看着办|都选|要等几天|多久有结果|哪个|哪条|哪种|选什么|怎么选|该选|difference|which (?:one|way)|what should i choose/.test(
    plain(text),
  ) && short(text);

/** 复核 of who is at fault: before the police, not here. */
export const wantsPoliceReview = (text: string): boolean =>
  /申请复核|交警复核|上级交警|复核(?:责任|认定)|police review/.test(plain(text));

/** The words of the button under the letter. */
export const opensLetter = (text: string): boolean => /打开|再看|在哪|草稿|open/i.test(text);

/** “要证明，也请再核”. */
export const wantsBoth = (text: string): boolean =>
  /并且?|也|同时|两样|都要|\band\b|both/i.test(text) && !/还是|或者?|\bor\b/i.test(text);

/** “第2条我暂不提”, “请正式登记”: of another line, or what is to be done with it. */
export const isNoReason = (clause: string): boolean =>
  /(?:暂|先)?不(?:提|说|动)(?:异议|了|$)|(?:请|帮我|给我)(?:正式)?(?:登记|受理|记录|转)|由谁|何时|尽快/.test(clause);

/** “两笔俺都不认”, in the middle of one. */
export const rejectsAll = (text: string): boolean =>
  /(?:[两俩三四几]|全部|所有|每)[条笔样个]?[^,，。]{0,6}(?:都|全)(?:不认|不同意|不服|不接受|(?:要|得|给我|再){0,2}(?:核|看|算|查))|object to (?:both|all)/i.test(
    text,
  );

/** “俺们不认的这两样”: what is disputed is spoken of, and nothing new objected to. */
const DISPUTED = /不(?:认|同意|服|接受)的/g;

/** “俺那是问你话，不是又不同意”, “前头那两条已经讲好了”: what was read back is no objection of hers. */
export const onlyAsked = (text: string): boolean =>
  /(?:是|在)问(?:你|您|恁)(?:话)?|不是(?:又|还|再)?(?:要)?(?:不同意|提异议)|(?:没|不是)(?:说|讲)(?:又|还)?不同意|(?:两|那)条(?:都)?(?:已经|早)(?:都)?(?:讲|说|交|提)(?:好|过|了)/.test(
    text,
  );
