/** One clause of a message about money, and what tells apart who is pressed from who asks. */
import { tellsPaid } from './advance.ts';
import { asksPlainly, asksSomething, tellsAccident } from './asks.ts';
import { clausesOf } from './clauses.ts';
import { moneyAside } from './moneyAsides.ts';
import { OR_NOT, PRESSED } from './moneyTalk.ts';
import { MEANT, type MoneyMeant, meantBy } from './moneyWishes.ts';
import { saysNotReported, saysReported } from './reported.ts';
import { routeNamed } from './routes.ts';
import type { TalkWish } from './talkLabels.ts';
import { clauseWish, sureWish } from './talkWish.ts';

/** One clause of a message that answers something else besides: only what is surely asked, and holds for everybody. `pays`: he is known to be asked for money. `listed`: by the lists alone. */
export function askedInClause(clause: string, pays: boolean, listed = false): MoneyMeant | undefined {
  const words = clause.trim().replace(/[。！？!?；;,，\s]{1,6}$/, '');
  if (words.length < SHORTEST) return undefined;
  if (!/\p{Script=Han}/u.test(words)) return listed ? undefined : inEnglish(words);
  if (KEPT.test(words)) return { asked: 'mine' };
  if (tellsPaid(words)) return undefined;
  const aside = moneyAside(words, listed || pays) ?? (besieges(words) ? 'besieged' : undefined);
  if (aside !== undefined) return { aside };
  if ((listed || pays) && routeNamed(words) !== undefined && plainlyAsks(words)) return { asked: 'route' };
  if (SAYS.test(words)) return { asked: 'reply' };
  if (MUST.test(words)) return { asked: 'keep' };
  if (BACK.test(words)) return { asked: 'back' };
  if (pays && WHO_PAYS.test(words)) return { asked: 'keep' };
  if (pays && OR_NOT.test(words)) return { aside: 'today' };
  if (listed) return undefined;
  if (INSURER_FIRST.test(words)) return { aside: 'whatIs' };
  const sure = sureWish(words, 'money');
  if (sure === 'wish' || sure === 'papers') return pays && asksSomething(words) ? { aside: 'whatIs' } : undefined;
  // In a story the classifier hears wishes that nobody has.
  const tells = sure !== undefined && (pays || sure === 'besieged') && TOLD.has(sure);
  if (sure === undefined && PRESSED.test(words) && clauseWish(words, 'money') === 'keep') return MEANT.keep;
  const asks = tells || sure === 'nextStep' || plainlyAsks(words) || (sure === 'keep' && PRESSED.test(words));
  return asks && sure !== undefined && IN_CLAUSE.has(sure) ? meantBy(sure, words) : undefined;
}
/** “现在这个钱到底谁出啊”, “我是问现在谁出钱”. */
const WHO_PAYS =
  /(?:钱|费|[\d一二两三四五六七八九十][万千]|元)[^,，。]{0,6}(?:谁|哪个)(?:来|先)?(?:出|付|掏|给)|(?:保险(?:公司)?|你们)[^,，。]{0,4}(?:给|付|出)还是我|(?:谁|哪个)(?:来|先)?(?:出|付|掏)[^,，。]{0,4}钱/;

/** “这个手术费哪个给？是你们保险给还是我给？” */
export const namesPayer = (part: string): boolean =>
  WHO_PAYS.test(part) && !saysReported(part) && !/修车|我的?车/.test(part);

/** Its words are longer, and its lessons fewer. */
function inEnglish(words: string): MoneyMeant | undefined {
  const wish = words.length < SHORTEST_ENGLISH || tellsPaid(words) ? undefined : clauseWish(words, 'money');
  return wish !== undefined && IN_CLAUSE.has(wish) ? MEANT[wish] : undefined;
}
const SHORTEST_ENGLISH = 12;
const plainlyAsks = (words: string): boolean => asksSomething(words) || asksPlainly(words);
/** “保险公司能先付不”. */
const INSURER_FIRST = /保险(?:公司)?[^,，。]{0,6}(?:能|可以|会)[^,，。]{0,4}先[^,，。]{0,4}(?:付|给|垫|出)/;
const SHORTEST = 4;
/** “那一万块你到底记没记上”. */
const KEPT =
  /^(?!.{0,4}(?:电话|号码|手机)).{0,30}记(?:没记|上没|了没|下没|上了?(?:吗|没)|进)[^,，。]{0,4}(?:上|没有?|吗|了|$)/;
/** “那个五千块，是不是非得给”. */
const MUST =
  /(?:是不是|非得|必须|一定要|该不该|应不应该|要不要|到底)(?:非得|必须|一定要|得)?(?:再|继续|接着)?(?:给|付|垫|出|交)(?:钱|他们?|不|吗|么|$)/;
/** “人早出院了”, “抢救早抢救完了”. */
export const tellsCareOver = (text: string): boolean =>
  /(?:已经?|早|都|刚|人)(?:就|都|早)?出(?:了)?院|出院(?:了|好|一个?|半个?|\d|[一二两三四五六七八九十])|(?:抢救|治疗|治)[^,，。]{0,4}(?:完了|结束了)|(?:left|out of) (?:the )?hospital/i.test(
    text,
  ) && !/(?:没|还没|不让|什么时候|啥时候|几时)[^,，。]{0,4}出院/.test(text);
/** “明天一早先去哪里”, “今晚先干啥”: what comes first. */
export const asksOrder = (text: string): boolean =>
  /(?:明天|明早|一早|今晚|今天)[^。？?]{0,8}(?:先|去哪|干啥|干什么|做什么|怎么做)|先去(?:哪|交警|医院)|(?:tomorrow|tonight)[^.?]{0,40}(?:first|where|what)/i.test(
    text,
  );
/** “今晚这三万我必须给吗”. */
export const asksWhether = (text: string): boolean => clausesOf(text).some((one) => MUST.test(one));
/** “那8000能退不”. */
const BACK =
  /(?:能|可以|会)(?:不能|全)?(?:退|还|拿回|要回)[^,，。]{0,4}(?:不|吗|么|我|$)|退不退|(?:咋|怎么|如何)(?:才能)?(?:回来|拿回|要回|退)|要(?:得|不)?回来?(?:不|吗|么|$)|退(?:给)?我(?:不|吗|么)/;
/** “我到底咋说”, “你就教我电话里说啥”. */
const SAYS =
  /^(?:那|你|就|我|你们)*(?:到底|该|要|应该|可以|今[晚天]|明[晚天]|现在|再|还|微信(?:上|里)?|电话(?:上|里)?|短信)*(?:咋个?|怎么|啷个|如何)(?:跟|给|对|和)?(?:他们?|她们?|人家|家属|对方|[他她]家(?:里人?|人)?|[他她]兄弟|[他她]儿子|[他她]女儿|[他她]老婆)?(?:说|回话?|讲|答复|回复|交代)[^,，。]{0,6}$|教我[^,，。]{0,6}说/;
/** Of these what is told is a question. */
const TOLD: ReadonlySet<TalkWish> = new Set([
  'stopsCare',
  'besieged',
  'employer',
  'noNotice',
  'noList',
  'sayShort',
  'pledge',
]);
const IN_CLAUSE: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'whoPays', 'keepPapers', 'reply', 'back', 'admits', 'payee', 'lateReport', 'premium'] as const),
  ...(['stopsCare', 'besieged', 'employer', 'forHire', 'today', 'fetch', 'noNotice', 'noList'] as const),
  ...(['rescueFund', 'sayShort', 'noProof', 'whoApplied', 'nextStep', 'otherWay'] as const),
  ...(['pledge', 'howMuch', 'isRescue', 'findPolicy', 'deliver', 'nightOrder'] as const),
]);

/** “保险公司几时能给钱”. */
export const asksWhenPaid = (text: string): boolean =>
  sureWish(text) === 'whenPaid' ||
  /(?:多久|几时|几天|什么时候|啥时候|哪天)[^,，。]{0,8}(?:给|付|到账|打|赔)|(?:付|给|赔|批)[^,，。]{0,6}(?:等|要)[^,，。]{0,2}(?:几天|多久)/.test(
    text,
  );

/** “接下来我该干啥”, “下一步呢”: short, and of no accident. */
export const asksWhatNext = (text: string): boolean =>
  text.length <= LONGEST_NEXT && !tellsAccident(text) && sureWish(text, 'money') === 'nextStep';
const LONGEST_NEXT = 30;

/** “他说不给明天就停药”: asked of whoever pays. */
export const UNLESS_PAID =
  /(?:他|她|他们|她们|对方|家属|人家|男人|老公|儿子?|女儿)[^,，。]{0,6}(?:说|讲|威胁)[^,，。]{0,6}(?:不给|不交|不拿|不转)/;

/** “我没报过保险”. */
export const tellsUnreported = (text: string): boolean =>
  saysNotReported(text) || (!saysReported(text) && sureWish(text, 'money') === 'notReported');

/** “催一下，我等得起医院等不起”, “给我催了没有”. */
export const urges = (text: string): boolean =>
  clausesOf(text).some((one) =>
    /^(?:请|麻烦|那|你|您|再|快|帮我|给我|替我){0,4}催(?:一下|催|下)|催了(?:没|吗)/.test(one),
  );

/** “一分没垫，别跟我说退”: how money comes back is not his question. */
export const saysPaidNothing = (text: string): boolean =>
  /一分(?:钱)?[^,，。]{0,4}(?:没|未)(?:有)?(?:垫|给|付|掏|出)|(?:我|还)[^,，。]{0,2}没(?:有)?(?:垫|给|付|掏)(?:过|啊|呢|钱|一分|他们?钱)|没垫(?:过)?钱|(?:have not|haven't) paid/i.test(
    text,
  );

/** Who can pay first is asked, and not only told how one is pressed. */
export const asksWhoPays = (text: string): boolean =>
  sureWish(text, 'money') === 'whoPays' ||
  WHO_PAYS.test(text) ||
  /谁[^,，。]{0,6}(?:付|出|垫|给|赔)|who (?:exactly |can |should )?pays?\b/i.test(text);

/** “不给钱就停药”, of a family to whoever pays. */
export const threatensCare = (text: string): boolean =>
  /停药|断药|停针|把针停|拔(?:针|管)|停止?治疗?|不给(?:他|她)?(?:治|用药|做手术)|不让(?:医生)?治|stop (?:the )?(?:drugs|treatment)/.test(
    text,
  );

/** “是不是说这两万可能退不回来” is a question, and no payment. */
export const doubtsReturn = (text: string): boolean =>
  /是不是|会不会|能不能|算不算|可能|退|要回|回来|拿不?回|还给我|白给/.test(text);

/** A family that comes to the door. */
export const besieges = (text: string): boolean => clausesOf(text).some((one) => moneyAside(one, true) === 'besieged');

/** That, or that treatment will stop. */
export const threatens = (text: string): boolean => threatensCare(text) || besieges(text);
