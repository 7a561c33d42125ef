/** Words of a request for money that was made or is being made: more of it, another bed, that it is left or begun anew. */
import { hospital } from '../prompts/index.ts';
import { normal } from '../prompts/normal.ts';
import { HAS_PAID } from './advance.ts';

export { byHowMuch, isOwnMoney } from '../prompts/advanceSum.ts';
export { bedIn, bedNow } from '../prompts/index.ts';

/** Longer ones tell a story. */
const LONGEST = 60;
const LONGEST_ENGLISH = 140;

/** “又催了，要八万”, right after a request was spoken of. */
export const asksForMore = (text: string): boolean =>
  text.length <= LONGEST &&
  /一共|总共|要|交|催|欠|补|还差|只要|改|错|应该|其实|加|涨|不对|不是|\bno\b|needs?|wants?|more|change|should/.test(
    normal(text).text,
  ) &&
  (!HAS_PAID.test(normal(text).text) || /一共|总共|现在要/.test(text));

/** “转院了”, “床号说错了，是15床”: she lies elsewhere than it was told. */
const MOVED =
  /转(?:了|到|去|进)?(?:院|科|(?:普通|重症)?病房)|(?:转|搬|换|送|移)(?:去|到|进|往|入)(?:了)?|[转换](?:了|个|家)+(?:医院|病房|床|科)|(?:医院|病房|床号?|科室)[^,，。]{0,5}(?:[说写填报记]错|不对|变了|换了|有误|改)|(?:改|换)一?下?(?:床号|病房|科室|医院)|(?:现在|目前|已经)[^,，。]{0,3}[在住]|出了(?:ICU|重症)|\bmoved\b|transferred|(?:wrong|new|different) (?:ward|bed|hospital|room)/i;
export const tellsOfMove = (text: string): boolean => text.length <= LONGEST_ENGLISH && MOVED.test(normal(text).text);

export const namesHospital = (text: string): boolean => /医院|hospital/i.test(text);

/** “医院要两万”. */
export const asksForSum = (text: string): boolean =>
  /(?:医院|住院|手术|押金)[^,，。]{0,6}(?:要|催|让|差|欠|缺)[^,，。]{0,8}[\d一二两三四五六七八九十百千万]/.test(
    text.slice(0, LONGEST),
  );

/** “先别提交”, “不用了，谢谢” while a request is being made. */
export const leavesRequest = (text: string): boolean =>
  /(?:不弄了|不提交|不申请了|不要了)[,，\s。!！]{0,2}取消|取消[,，\s]{0,2}(?:申请|不弄)|^不提交[,，\s]/.test(text) ||
  leavesShortly(text);
const leavesShortly = (text: string): boolean =>
  text.length <= 16 &&
  /^(?:(?:那|算了|还是|我|先|暂时|等等)[,，\s]?){0,3}(?:不|别|不要|不想)(?:提交|交|申请|弄|办|填|要|搞)了?[吧啊。.!！,，\s]{0,2}(?:太麻烦|谢谢|麻烦)?[。.!！]?$|^(?:我)?先放(?:一)?(?:着|放|下)[吧。.!！]?$|^取消申请$|^算了[吧。.!！]?$|^不用(?:提交|申请|了)[,，]?(?:谢谢)?[。.!！]?$|^never mind[.!]?$|^(?:do not|don't) (?:send|submit|file)/i.test(
    text.trim(),
  );

/** “重来”, “全部重填”: of the request that is being made, and no new report. */
export const startsAnew = (text: string): boolean =>
  text.length <= 12 &&
  /^(?:全部)?(?:重来|重填|重新(?:填|来|开始|弄|申请)|从头(?:来|开始))|^start (?:over|again)|^restart/i.test(
    text.trim(),
  );

/** “李阿姨走了，垫付还办吗”, “人走了，不用钱了”: gone for good, as the money shows. */
export const saysGone = (text: string): boolean =>
  text.length <= LONGEST &&
  /(?:阿姨|大爷|大妈|大叔|叔叔?|伯|婶|爷爷|奶奶|外公|外婆|爸|妈|老公|老婆|儿子|女儿|哥|姐|弟|妹|人|他|她)(?:已经|刚才?|昨[天晚]|今[天早]|凌晨)*(?:走|没|不在)了/.test(
    text,
  ) &&
  /垫|钱|费|还办|后事|不用/.test(text);

/** “我老公走了”, with nothing besides, where papers are asked for. */
export const saysGoneHere = (text: string): boolean =>
  text.trim().length <= 10 &&
  /(?:爸|妈|老公|老婆|爱人|儿子|女儿|孩子|爷爷|奶奶|哥|姐|弟|妹|人|他|她)(?:已经|刚才?|昨[天晚]|今[天早]|凌晨)*(?:走|没|不在|去世)了[。.!！]?$|passed away|has died/i.test(
    text.trim(),
  );

/** “医院欠的钱怎么办”. */
export const speaksOfBill = (text: string): boolean =>
  text.length <= LONGEST &&
  /医院[^,，。]{0,4}(?:欠|费|钱|账)|(?:抢救|医药|医疗|住院|治疗|手术)费[^,，。]{0,8}欠|(?:欠|医药|住院|治疗)(?:的)?(?:费|钱)|hospital bill/.test(
    text,
  );

/** “人已经出院了”: no treatment is to be paid for any more. */
export const tellsDischarge = (text: string): boolean =>
  text.length <= 24 &&
  /(?:已经?|都|昨天|今天|刚)[^,，。]{0,4}(?:出院|好了)|出院(?:了|回家)|^(?:has been |was )?discharged/.test(text) &&
  !/没出院|不能出院|出院小结|出院记录/.test(text);

/** “又加了一万五”: beside what was asked for before, and no total. */
export const adds = (text: string): boolean =>
  /追加|加了|加收|再[加交补缴]|另外|补[交缴]/.test(text) && !/一共|总共|改|错|现在/.test(text);

/** “又催交五千”: besides, or in all? “一共”, “改成” leave no doubt. */
export const asksAgain = (text: string): boolean =>
  /又|再|加|另外|还要/.test(text) && !/一共|总共|改|错|现在/.test(text);

/** “又要5000块”, “还差1万2”, “医生说后面康复还要20万”: on top of what was asked for, or for later; no total. */
const ON_TOP =
  /(?:又|再|还|后面|以后)[^,，。]{0,6}(?:要|交|差|欠|缴)[^,，。\d一二两三四五六七八九十]{0,3}[\d一二两三四五六七八九十]/;
export const asksOnTop = (text: string): boolean => ON_TOP.test(text) && !/一共|总共|改|错|现在(?:要|是)/.test(text);

/** “记一下我又给了两千”. */
export const asksToNote = (text: string): boolean => /记一下|帮我记|记上|note that/i.test(text);

/** “湘雅医院”, by its name. */
export const namesAHospital = (text: string): boolean =>
  text.length <= 30 && hospital().find(text, { at: 0 }).length > 0;

/** “我给家属转了8000微信”: to whom it went is said. */
export const paidToThem = (text: string): boolean =>
  /家属|伤者|对方|他们|医院|押金/.test(text) && !/保费|修车|罚款|停车/.test(text);

/** “八千多”, “快五千”: no sum to write down. */
export const isAbout = (text: string): boolean =>
  /(?:快|差不多|大概|大约|近)[^,，。]{0,3}[\d一二两三四五六七八九十]|[千万百\d](?:多|来块|左右|上下)/.test(text);

/** “刚才说错了是八千”. */
export const putsRight = (text: string): boolean =>
  /错|不对|应该|改成|不是|更正|\b(?:wrong|actually|not)\b/i.test(text);

/** “那笔没转成”, “钱退回来了”. */
export const takesPaymentBack = (text: string): boolean =>
  text.length <= 30 &&
  !/(?:付|给|转|打|交)了没|进度|[?？]/.test(text) &&
  /没(?:有)?(?:给|付|转|打|交)(?:成|出去|过去|到|了)?|(?:转|打|付|给)(?:账)?(?:失败|不成)|退(?:回|了)?(?:来|给我)了?|did(?: not|n't) (?:go through|pay)|came back/i.test(
    text,
  );

/** “我一共付了8000对吧”: to be told, and no payment. */
export const asksBackHere = (text: string): boolean => /(?:对吧|是吧|对不对|[吗呢?？])[。.]?$/.test(text.trim());
