/** Why somebody disagrees, as it stands in what she says: without her wish, her orders and what she asks at either end. */
import { asksPlainly, asksSomething } from './asks.ts';
import { clausesOf } from './clauses.ts';
import { saysNoReport } from './notNew.ts';
import { AGREED, otherLineIn } from './objector.ts';
import { plain } from './plain.ts';
import { saysToSend } from './sentences.ts';

const LONGEST = 60;
/** A wish alone: “我不同意”, “都不同意”; with a line or without. */
const ONLY_WISH =
  /^(?:我|我们|俺|也|就是|反正|这|那|两|俩|全|都|全部|条|一|坚决|完全|肯定|说|的|所以|对|跟你说|那|\d{3,6}|[一二两三四五六七八九十千百万]{2,6}|this|that|it|all|both|[\s\d第条項项个二三]){0,6}(?:不同意|不服气?|不认(?:可|账)?|不接受|不干|不愿意|有异议|提异议|要申诉|申诉|异议|i (?:do not|don't|cannot|can't) (?:agree|accept)(?: with)?|i disagree(?: with)?|i object(?: to)?)(?:这|那|条|个|一|第|两|结果|金额|的|啊|呀|了|哈|嘛|this|that|it|line|number|no\.?|[\s\d一二三四五六七八九十項项]){0,5}$/i;
const INTERJECTION =
  /^(?:等等|等一下|等下|算了|不对|不是|不用了|哎|唉|哎呀|那个|这个|喂|你好|您好|嗯|啊|呃|额|就是|理由(?:是|如下)?|理由有[两三几]?[条个点]|原因(?:是)?|因为|我觉得|我的(?:异议|理由|意见)(?:是|如下)?|hello|hi|because)+$/i;
const LEADS = /^(?:理由(?:是|如下)?|原因(?:是)?|因为|because)[:：,，\s]*/i;

/** “我不同意第一条，药都是医生开的”, “那个药是进口的，我不同意的啊”: what is said beside the wish is her reason. */
export function reasonBeside(text: string): string | undefined {
  const clauses = text.split(
    /(?<=[,，。;；:：!！?？…\n])|(?<=[\p{Script=Han}\d])\s+(?=\p{Script=Han})|(?=因为)|(?<=不同意|不服|不接受)(?=\S{5})/u,
  );
  const own = clauses.filter((clause) => !isWish(clause) && !isAside(bare(clause)));
  return own.length === clauses.length ? undefined : reasonOf(clauses);
}

/** Of a longer message with no wish in it: what is said, without what is asked before and behind it. */
export const reasonWithin = (text: string): string | undefined =>
  reasonOf(text.split(/(?<=[,，。;；!！?？…\n])|(?<=[\p{Script=Han}\d])\s+(?=\p{Script=Han})/u));

/** What is left between the first and the last clause that say why, as it stands: nothing is taken out of the middle. */
function reasonOf(clauses: readonly string[]): string | undefined {
  const says = clauses.map((clause) => !isWish(clause) && !isAside(bare(clause)) && !asks(clause));
  const [first, last] = [says.indexOf(true), says.lastIndexOf(true)];
  if (first === -1) return undefined;
  const reason = clauses
    .slice(first, last + 1)
    .join('')
    .replace(LEADS, '')
    .replace(/[,，:：;；\s]{1,9}$/, '')
    .trim();
  return reason.length >= SHORTEST ? reason : undefined;
}
const asks = (clause: string): boolean => asksPlainly(bare(clause)) || asksSomething(clause) || ASKS.test(clause);
const ASKS =
  /[?？]|么子|啷个|(?<!没)哪个|啥|咋|冇$|还是|能不能|会不会|是不是|多少|谁|扣没扣|凭什么|什么叫|(?:给我|跟我)(?:讲|说)清楚|冇讲清|没讲清|[搞弄认]错人|头晕/;
/** In words that no list of questions knows; or that nothing was answered. */
export const asksInDialect = (clause: string): boolean =>
  ASKS.test(clause) || /问的|[没冇不](?:有)?(?:回)?答/.test(clause);
/** “喂”, “请写成信交上去”, “我不是报案”. */
const isAside = (clause: string): boolean =>
  INTERJECTION.test(clause) ||
  saysToSend(clause) ||
  saysNoReport(clause) ||
  OF_IT.test(clause) ||
  TIRED.test(clause) ||
  NAMES.test(clause) ||
  TO_DO.test(clause) ||
  COMPLAINS.test(clause);
/** “4200那个进口药”: what is spoken of, and nothing said of it. */
const NAMES = /^(?:那|这|还有|就是|那个|这个)?[^是没不了被让用开]{0,10}(?:药|钱|费)$|^.{0,9}[那这][笔条项个]$/;
/** “也要重新看”, “请理赔员再核”, “莫给我放到草稿头”: what is to be done. */
const TO_DO = /(?:重新|再)(?:给我)?(?:看|核|算|查)|(?:都|也)(?:要|得|给我)?核|再核|草稿|^(?:也)?给我(?:看|讲|说)/;
/** “你讲这么多我看花了眼”, “我就问一句”, “这么大一笔”. */
const TIRED =
  /看花|眼(?:都)?花|(?:头|脑壳)(?:都)?(?:晕|昏|大|痛)|[听看搞]不懂|没搞(?:醒豁|懂|明白)|(?:讲|说)这么多|这么长|说人话|又把|(?:讲|说|念)(?:了)?(?:一遍|一大段)|不是这个意思|重(?:新)?说一遍|再说一遍|搞冇得|都没了|不识字|没(?:读过|文化)|读过(?:小学|几年)|等一哈|^(?:那|我|就|只|先|想|是)*问(?:你|您)?(?:一句|一下|个)?$|^(?:又是)?(?:好|这么|那么)(?:大|多)(?:的)?(?:一)?(?:笔|截|坨)(?:钱)?$/;
/** “你没有回答我”, “请登记我的异议”. */
const COMPLAINS =
  /没(?:有)?(?:回答|答|理)我?|答非所问|听我说|^(?:请|麻烦)?(?:你们?|您)?(?:正式)?(?:登记|受理|记录)(?:一下)?(?:我的|这个|这条)?(?:异议|意见)$|^(?:并|也|再)?(?:请)?(?:写信|书面)?给我[^,，。]{0,4}(?:清单|答复|回复)/;
/** Behind “我不同意”: what she does not agree with. */
const OF_IT = /^(?:你们|公司|这个|这次|那个)[^,，。]{0,8}(?:钱|金额|结果|方案|算法|数额?|核定|扣减)$/;
const bare = (clause: string): string => clause.replace(/[,，。.;；:：!！?？…~\s]{1,9}$/, '').trim();
const isWish = (clause: string): boolean => {
  const words = bare(clause);
  if (plain(words).replace(AGREED, '') !== plain(words) || /^我?(?:又|并)?(?:不是|没有?)不(?:认|同意|服)/.test(words))
    return true;
  if (words.length <= 14 && /(?:不同意|不服|不认|不接受|不合理|反对|有异议)[的了啊呀]?$/.test(words)) return true;
  return (
    words === '' ||
    (words.length <= LONGEST && ONLY_WISH.test(words)) ||
    (words.length <= 16 && otherLineIn(words)?.rest === '')
  );
};
/** Shorter words are no reason. */
const SHORTEST = 4;

/** “第二条也不服”: the wish for a line, and nothing besides. */
export const onlyObjects = (text: string): boolean => text.length <= 12 && isWish(text.trim());

/** “我儿子走的是斑马线”, “他没有错”. */
export const saysNoFault = (clause: string): boolean =>
  /对方(?:闯|全责|违章|逆行|酒驾|超速)|斑马线|人行(?:道|横道)|(?:自行车|非机动车)道|绿灯|没(?:有)?错|没(?:有)?责任|[被叫让挨]撞|zebra crossing|not (?:his|her|my) fault/i.test(
    clause,
  );
export const speaksOfDrugs = (clause: string): boolean => /药(?!店)|\b(?:drugs?|medicine)\b/i.test(clause);

/** “我要书面提出来：第一，”, and “第1条：”, in front of a reason. */
const BEGUN = /^.{0,8}(?:提出来|提异议|提意见)[:：]\s?(?:第?[一二1][,，、:：]\s?)?/;
const LABEL = /^第?(?:\d{1,2}|[一二三四五六七八九十])[条項项个点]?[:：,，是]\s?/;
export const withoutLabel = (reason: string): string =>
  reason
    .replace(BEGUN, '')
    .replace(LABEL, '')
    .replace(/[。.！!]$/, '');

/** “第一，…；第二，…”, “我要书面提出来：”: counts, or begins, and says nothing yet. */
export const onlyCounts = (part: string): boolean => COUNTS.test(part.trim());
const COUNTS = /^(?:第?[一二三四1234][,，、:：.．]?|.{0,6}(?:书面)?(?:提出来|提异议|提意见)[:：]?)$/;

/** “您看岔了，我问的是第1条”: which line is meant, and no question. */
export const saysMisheard = (sentence: string): boolean =>
  /^[^。?？]{0,6}(?:看|听|答|搞|弄|讲|说)(?:岔|错|反)了?[^?？]{0,24}[。!！]?$/.test(sentence);

/** Something is asked that an answer can be given to: what a word means, how a sum comes about, who answers when, a line that is to be shown. */
export const asksToKnow = (text: string): boolean => clausesOf(text).some((one) => TO_KNOW.test(one));
const TO_KNOW =
  /(?:啥子?|什么|么子)(?:叫|是|意思)|(?:叫|是)(?:啥子?|什么|么子)|(?:咋个?|怎么|啷个|么样)(?:算|来的?|扣|定的?)|(?:哪个|谁)(?:来)?(?:给|出|付|答复|定)|(?:好久|几时|多久|什么时候|啥时候)|为(?:啥子?|什么|么子)(?:少|扣|不|只|要)|(?:给我|我要|让我|先)(?:看|讲|说)[^,，。]{0,4}第|(?:没|冇)(?:有)?(?:给我)?(?:讲|说|答|回答)(?!.{0,2}同意)|what (?:is|does|are)\b|how (?:is|do|was|did)\b|why (?:is|was|did|do)\b/i;
/** The same among other words: short ones may answer what is open. */
export const asksAmongOthers = (text: string): boolean => clausesOf(text).length > 1 && asksToKnow(text);
