/** What somebody who is making an objection says besides her reason: another line, a bare yes, that she leaves it; and the reason in her words. */
import { numeral } from '../prompts/index.ts';
import { reasonInstead } from '../prompts/vocabulary-objection.ts';
import { plain } from './plain.ts';

/** Articles of a law that are no lines: “道交法第76条”, “第十七条第二款”. */
const ARTICLE =
  /(?:法|条例|解释|规定|条款|民法典|》)[^,，。;；]{0,4}第[\d一二三四五六七八九十百]+条|第[\d一二三四五六七八九十百]+条第?[\d一二三四五六七八九十]+款/g;
/** “我同意第一条不同意第二条”, “第一条我认了”: of these she does not disagree. */
export const AGREED =
  /(?<![不没])(?:同意|认可|接受)[^,，。不第]{0,3}第[\d一二三四五六七八九十]+[条項项个点笔]|第[\d一二三四五六七八九十]+[条項项个点笔][^,，。;；不没第]{0,3}(?:认了|认可|同意|没意见|没问题|无所谓|接受|可以|行)|(?<!dis|not |n't |cannot )(?:accept|agree (?:with|to)|fine with|ok with) (?:number|no\.?|item|line) \d{1,2}/g;
const WHICH =
  /第\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[条條項项个点笔]|^([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[条條項项个笔]|(?:number|no\.?|item|line)\s?([0-9]{1,2})/;
const FIRST = /[头首]一?[条項项个]|first (?:one|line|item)/;
const SECOND = /second (?:one|line|item)/;

/** “我不同意第1条”, “I disagree with number 2”, “头一条”. */
export function numberIn(words: string): number | undefined {
  const own = words.replace(ARTICLE, ' ').replace(AGREED, ' ');
  const found = WHICH.exec(own);
  const said = found?.[1] ?? found?.[2] ?? found?.[3];
  if (said !== undefined) return numeral(said) ?? undefined;
  return FIRST.test(own) ? 1 : SECOND.test(own) ? 2 : undefined;
}

/** “现在同意了”, “我接受”, “我没有不同意”: nothing is objected to. */
const AGREES =
  /^(?:那|好|行|好吧|行吧|算了|[\s,，])*(?:我|我们|俺)?(?:都|还是|就)?(?:接受|同意|认了(?:[,，\s]*签字)?|没意见|没有意见|没异议|没有异议|可以接受)(?:了|吧|这个结果|这个金额|这个方案)*[。.!！]*$|现在(?:又|都|也)?(?:同意|接受|认)了|(?:没有?|不是|并非|又没)[^,，。]{0,3}不同意|^i (?:accept|agree)(?: it| this| with (?:it|this))?[.!]*$/i;
export const saysAgree = (text: string): boolean => text.length <= LONGEST && AGREES.test(text.trim());

/** “第二条不提了”: of several that come one after the other this one is let be. */
export function droppedLineIn(text: string): number | undefined {
  const { n, rest } = otherLineIn(text) ?? {};
  return rest !== undefined &&
    /^(?:就|先|我)?(?:不(?:用)?(?:提|要|弄|说|管|异议|申诉)了?|算了|放弃|(?:的事)?当我没说)/.test(rest)
    ? n
    : undefined;
}

/** Behind small words only a line is named: “算了，还是第二条吧”, “等等，我说的是第二条”, “不用了，就第一条”. */
const SMALL =
  /^(?:(?:算了|等等|等一下|等下|慢着|不对|不是|哦|噢|哎|嗯|啊|那|不用了|不要了|不|wait|no|actually|sorry)(?:吧|啊|呀)?[\s,，。.!！…]*)*(?:那|还是|先|就|只|要|换成?|改成?|改说|说|看|办|弄|提|我(?:想|要)?(?:说|指|不同意|反对|是)?的?(?:是|说)?|应该是|是|对|i mean[t]?|make it)*\s*/;
const LINE =
  /^(?:第?\s?[0-9一二三四五六七八九十]{1,3}\s?[条條項项个点笔]|[头首]一?条|(?:number|no\.?|item|line)\s?[0-9]{1,2}|the (?:first|second) (?:one|line))/;
const BEHIND = /^(?:吧|先|了|呢|啦|好了|就行|的|才对|才是|[\s,，。.!！…])*/;
/** What she has said is of that line, and was of no other. */
const MEANT = /说的是|指的是|是说|应该是|不是第|弄错|搞错|i mean/;

interface OtherLine {
  readonly n: number;
  readonly meant: boolean;
  /** What stands behind it. */
  readonly rest: string;
}
export function otherLineIn(text: string): OtherLine | undefined {
  const words = plain(text).replace(
    /^((?:等等|等一下|等下)?[,，\s]{0,2})(?:不是|不对)(?:这[条個个]|第[\d一二三四五六七八九十]{1,3}条)[,，\s]{0,3}/,
    '不是',
  );
  const named = words.replace(SMALL, '');
  const line = LINE.exec(named)?.[0];
  const n = line === undefined ? undefined : numberIn(line);
  if (line === undefined || n === undefined || words.length > LONGEST) return undefined;
  return { n, meant: MEANT.test(plain(text)), rest: named.slice(line.length).replace(BEHIND, '') };
}
const LONGEST = 60;

/** “我儿子走的斑马线” in “第二条我儿子走的斑马线”. */
export const behindLine = (text: string): string => text.trim().replace(/^.{0,10}?[条項项点个][\s,，:：]{0,2}/, '');

/** “其实我是不认非医保那条”. */
export const pointsAtLine = (text: string): boolean =>
  text.length <= 20 && /(?:那|这)一?[条項项个]|说的是|指的是/.test(text);

/** “是嘞”, “对对对” is no reason. */
export const saysBareYes = (text: string): boolean =>
  text.length <= 12 && (YES.test(text.trim()) || /^(?:yes|yeah|yep|ok|okay|right|sure)[.!]?$/i.test(text.trim()));
const YES = /^(?:是|对|嗯|好|行|可以|没错|中|要得){1,4}[的嘞呀啊哈滴了吧，,]{0,3}[是对嗯好行]{0,3}的?[。.!！~]{0,3}$/;

const AFFIRMS =
  '理解得没错 理解得对 说得没错 就是这个意思 是这个意思 就是这样子 就是这样 这个意思 这样子 说得对 说的对 对头 是的 就是 没问题 没错 冇错 正确 要得 可以 就咁 对 是 系 啱 嗯 中 得 行 好'.split(
    ' ',
  );
const SMALL_WORDS =
  '算啦 算了 麻烦您 麻烦你 谢谢您 谢谢 意思 那 就 你 哦 噢 哎 唉 的 嘞 呀 啊 嘛 咯 嘅 噶 㗎 啦 吧 了 哈 子 这样 晒'.split(
    ' ',
  );
const MOST_WORDS = 6;
/** Nothing but yes, and the little words around it. */
function isYes(clause: string): boolean {
  let left = clause;
  let affirmed = false;
  for (let n = 0; n < MOST_WORDS && left !== ''; n += 1) {
    const yes = AFFIRMS.find((word) => left.startsWith(word));
    const word = yes ?? SMALL_WORDS.find((one) => left.startsWith(one));
    if (word === undefined) return false;
    affirmed ||= yes !== undefined;
    left = left.slice(word.length);
  }
  return left === '' && affirmed;
}
/** “是这个意思恁快给俺办了吧”: so plainly yes that more may stand behind it. */
const STRONG = /^(?:嗯|对|是|就|啊|呀|的)*(?:是)?(?:这个意思|这意思)(?:没错)?/;
const LETS_BE = /^(?:那)?算(?:了|啦)$/;
/** “就是嘛，是这样子”, “嗯嗯就这个意思嘛，你莫啰嗦了，到底好久给我答复”: her first clause says yes. Undefined: it does not; else what stands behind it. */
export function behindYes(text: string): string | undefined {
  const words = plain(text);
  const strong = STRONG.exec(words);
  if (strong && strong[0].length < words.length) return words.slice(strong[0].length);
  const clauses = words.split(/[,，。!！…~\s]+/).filter((clause) => clause !== '');
  const said = clauses.findIndex((clause) => !isYes(clause) && !LETS_BE.test(clause));
  const yes = said === -1 ? clauses.length : said;
  // “算了” alone lets it be.
  if (!clauses.slice(0, yes).some(isYes)) return undefined;
  return clauses.slice(yes).join('，');
}

/** “不对呀，你记错了”, “把那句删掉”: what was read back is not what she has said, and she says nothing in its place. */
export const rejects = (text: string): boolean =>
  text.length <= 40 &&
  reasonInstead(text) === undefined &&
  /(?:不是|唔系|没)我(?:讲|说)|删(?:掉|除|了)|(?:不用|别)写进去|去掉|拿掉|(?:你|您)?(?:记|写|听|理解)错|唔啱|no(?:t| longer) what i said|remove (?:it|that)/i.test(
    text,
  );

export { saysToUs } from '../prompts/vocabulary-objection.ts';

/** “就是这个意思”, behind a yes. */
export const confirms = (text: string): boolean =>
  /^(?:就是|正是|是)?(?:这个|这)?(?:意思|样|这样的?|这么回事|没错|对的?)[^,，。]{0,2}$|^(?:对|是|没错)[的啊呀了]{0,2}$/.test(
    text,
  );

/** “几号给我回话”, “给我个说法”, “哪个人给我办”, “没人理我咋办”. */
export const asksWhen = (text: string): boolean =>
  /几号|几时|几天|啥时候|什么时候|多久|(?:给|要)[^,，。]{0,3}(?:说法|回话|答复|交代)|(?:哪个|哪位|谁|啥人|什么人)[^,，。]{0,4}(?:办|管|负责|处理|答复|给我|发我|寄)|没(?:有)?人(?:理|管|答|回)|书面/.test(
    text,
  );

/** “刚才不是说了对”, “都说了对了”: the same yes once more. */
export const saysAgain = (text: string): boolean =>
  text.length <= 20 &&
  /(?:刚才?|刚刚|前面|已经|都|早就|不是)[^,，。]{0,4}(?:说|讲|回|答|点)(?:过|了)[^,，。]{0,3}(?:对|是|了|过|吗|嘛)*$/.test(
    text,
  );

/** “第2条是对的” leaves what was read back, “漏了半句：…，也要写进去” joins it, anything else takes its place. */
export function amended(before: string | undefined, said: string): string {
  if (before === undefined) return said;
  if (/^(?:是|就是|都|没|没有|不用)*(?:对|没错|没问题|错|可以|改)(?:的|了|滴)?$/.test(said)) return before;
  const added = LEFT_OUT.exec(said);
  return added ? `${before}；${said.slice(added[0].length).replace(/^还有/, '').replace(WRITE_IN, '')}` : said;
}
const LEFT_OUT = /^.{0,8}(?:漏|少|差)[^:：,，]{0,8}[:：,，]\s?/;
const WRITE_IN = /[,，]?(?:也|要|请|得|帮我){0,4}(?:写|加|补)(?:进去|上去|上|进来)$/;
