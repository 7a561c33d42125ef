/** Names of hospitals, without the words that lead to them. */
import { answersNothing } from './answers-nothing.ts';
import { described } from './hospital-described.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches, searched } from './matches.ts';
import { bare, consistsOf, normal } from './normal.ts';
import { remembered } from './remembered.ts';

const SUFFIX =
  /医院(?:[东西南北新老][院区]区?|分院|本部|院本部)?|卫生院|卫生所|卫生室|急救中心|卫生服务中心|保健院|诊所|骨伤科|(?:附属?第?[一二三四]|[省市县区雅大医军院]?第?[一二三四五六七八九十]|附|[军区矿铁警]总)院(?!子|长|方|士|落)/g;
const WINDOW = 24;
/** Everything before the last of these leads to the name and is no part of it. */
const LEAD =
  /[,。;!?、\n"():]|[在到去往送住是被叫让找给把的了过着]|从(?!化)|转|[送住转]进|进[入了]|[我你他她它]们?|一直|现在|目前|已经|又|还|就|先|后来|然后|医生|救护车|家属|伤者|人(?!民)|说|欠|催|离|问|来(?![宾安凤阳])|跟|回(?!民|龙|族)|躺|搁|按|给|必须|直接|垫付|押金|记录|证明|正明|专员|时候|[这那]个|改[成为]|保险|公司|[上下]午|[一二两三四五六七八九十几半\d][天家]|钱(?!塘|江)|单子|清单|手术|开刀|嘞|咯|喽|哒|刚刚|刚(?!察)|今天|昨天|前天/g;
const GENERIC =
  /什么|附近|最近|宠物|省城|[一二三]级|[甲乙]等|当地|其他|其它|外地|本地|公立|私立|正规|定点|三甲|为何|为什么|对方|自己|后续|县城|市里|省里|老家|所有|任何|大型|需要|[大小这那一哪个家别同好医该各某几两去不没上下进出入看回要有后呢吗吧和与跟于所间]/y;
const ENGLISH = /(?<![a-z])((?:[a-z][a-z'.&-]{1,20} ){1,6})hospital(?![a-z])/g;
const ENGLISH_LEAD =
  /^(?:.* )?(?:at|to|in|the|a|an|is|was|from|near|into|my|his|her|their|this|that|which|what|went|sent|taken|of the|not|no|paying|pay|paid|days?|every|for|man|woman|said|public|private|local|nearest|wait|no|actually|insurance|stay|\d+)(?: |$)/;
/** Known all over the country without the word for a hospital: “送到湘雅了”, “在协和住院”. */
const KNOWN =
  /(?<=^|[在送转去到住拉往进回](?:了|到|往|去|在|进|至)?)(?:湘雅|协和|华西|同济|齐鲁|瑞金|仁济|西京|唐都|积水潭|天坛|宣武|邵逸夫|安贞|[浙附][一二三]|30[179]|[省市县区](?:医|中医|妇幼|肿瘤|人民|人医|立|儿童))(?=$|[,。;!? 了住的抢治躺看做动急门骨]|手术|icu|重症|那边)/g;
const LONGEST = 40;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Hospitals named in a normal text. */
export const hospitalsIn = remembered(hospitalsOf);
function hospitalsOf(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const match of matches(SUFFIX, text)) {
    const end = match.index + match[0].length;
    const start = startOfName(text, match.index, found.at(-1)?.end ?? 0);
    const stem = text.slice(start, match.index) + (match[0].startsWith('医院') ? '' : match[0].slice(0, -1));
    const denied = /(?:不是|并非|没去|没在|不在)$/.test(text.slice(0, start).slice(-2));
    if (start < end && !denied && !/^[哪啥]|什么/.test(stem) && !consistsOf(GENERIC, stem)) found.push({ start, end });
  }
  for (const match of matches(ENGLISH, text)) {
    const lead = ENGLISH_LEAD.exec(match[1] ?? '')?.[0].length ?? 0;
    if (lead < (match[1] ?? '').trim().length)
      found.push({ start: match.index + lead, end: match.index + match[0].length });
  }
  for (const match of matches(KNOWN, text)) found.push({ start: match.index, end: match.index + match[0].length });
  return found.sort((a, b) => a.start - b.start);
}

function startOfName(text: string, suffix: number, earliest: number): number {
  const from = Math.max(0, earliest, suffix - WINDOW);
  const window = text.slice(from, suffix);
  let start = 0;
  for (const match of searched(LEAD, window)) start = match.index + match[0].length;
  const space = window.lastIndexOf(' ') + 1;
  const and = earliest > 0 && from === earliest && /^[和与跟及]/.test(window) ? 1 : 0;
  return from + Math.max(start, space, and);
}

export function hospital(): Kind<string> {
  const find = (given: string): readonly Found<string>[] => {
    const plain = normal(given);
    return hospitalsIn(plain.text).map(({ start, end }) => {
      const span = plain.span(start, end);
      return { value: given.slice(...span), span };
    });
  };
  const accepts = (v: unknown): v is string => typeof v === 'string' && v.trim().length >= 2 && v.length <= LONGEST;
  return {
    kind: 'hospital',
    find,
    read: ({ text: said }: Input): Read<string> => {
      // “湘雅 不对 是附二医院”: the one behind it.
      const text = said.replace(/^.{1,20}?(?:不对|错了|说错)[\s,，]{1,3}(?:应该)?是?/, '');
      if (answersNothing(text)) return problem('notAHospital');
      const options = [...new Set(find(text).map((found) => found.value))];
      const [only] = options;
      const whole = options.length < 2 ? described(text) : undefined;
      if (whole !== undefined) return value(whole);
      if (only !== undefined) return options.length === 1 ? value(only) : { kind: 'ambiguous', options };
      return short(text);
    },
    accepts,
  };
}

/** “湘雅”, “华西”, “301”: as an answer a short name will do. */
function short(text: string): Read<string> {
  const words = text.trim().replace(/^(?:在|是|去了?|送到了?|住在|医院(?:是|叫|在))/, '');
  const core = bare(words);
  const isName = /^[\p{L}\d][\p{L}\d ·'.-]{1,39}$/u.test(core) && (/\p{L}{2}/u.test(core) || /^\d{3}$/.test(core));
  const says =
    /[\d一二两三四五六七八九十][万千]|^(?:算了|先问|ICU|icu|重症|.{1,4}科$|等|问|打|第[一二三四]个|我不|i (?:do not|don't)|你们|您们|这个|急死|改|never mind|how |不|没|无|同意|可以|提交|确认|取消|要\d|\d{1,6}\s?[万千元块]|是的|好的|对的|嗯|有|还|你好|医院|大医院|什么|哪|yes|no|ok|none|skip|hello)|[吗么呢?]$|[我你您他她它管叫]|为什么|正在|路上|干嘛|多少|多久|怎么|谁|能垫|不弄|\d\s?[床号]|医院$|(?:住|出|法|学|养老|转|电影|检察|剧)院|^(?:which|what)\b|^(?:(?:still|not|in|at|to|the|a|an|this|that|my) )*hospital$/.test(
      core,
    );
  return isName && !says ? value(words.slice(0, LONGEST)) : problem('notAHospital');
}

/** “不是湘雅二，是湘雅三”, “不住湘雅，住省人民医院”: the other one, where the first was told before. */
export function hospitalInstead(said: string, before: unknown): string | undefined {
  const found = INSTEAD.exec(said.slice(0, 80));
  const [old = '', now = ''] = [found?.[1], found?.[2]].map((one) => one?.replace(/了$/, ''));
  return old !== '' && typeof before === 'string' && before.includes(old) && now !== '' ? now : undefined;
}
const INSTEAD =
  /不(?:是|在|住)在?\s?([^\s，,。;；是在住]{2,16})[\s，,。;；]{0,3}(?:而是|应该是|其实是|是|在|住)在?\s?([^\s，,。;；]{2,20})/;
