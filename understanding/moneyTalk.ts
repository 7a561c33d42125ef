/** What a message wants of the money for treatment, by the lists of words and by the classifier together. */

import { type AdvanceAsked, advanceAsked, isButtonOfMoney } from './advance.ts';
import { clausesOf } from './clauses.ts';
import type { MoneyAside } from './moneyAsideNames.ts';
import { moneyAside } from './moneyAsides.ts';
import { FINER, FINER_ASKED, MEANT, type MoneyMeant, meantBy, OF_A_WAY, PLAIN, SPECIFIC } from './moneyWishes.ts';
import { happenedJustNow } from './opening.ts';
import { saysReported } from './reported.ts';
import { ownsPolicy, routeNamed } from './routes.ts';
import { OF_BOTH, OF_MONEY, type TalkWish } from './talkLabels.ts';
import { clauseWish, likelyWish, sureWish } from './talkWish.ts';

/** By the lists alone, where the words may be an answer to something else. */
export function listedOfMoney(text: string, speaking: boolean): MoneyMeant | undefined {
  const aside = moneyAside(text, speaking);
  const asked = advanceAsked(text, speaking);
  return aside ? { aside } : asked && { asked };
}

const OF_CAR = /(?:提|取|放)车|修车|车(?:啥|什么|几)(?:时候|时)/;

/** Longer ones tell a story. */
const LONGEST = 120;
/** “我前头给的那些以后哪个退给我”: what whoever pays has put forward, not what an insurer has. */
const OWN_BACK =
  /(?:给|掏|垫|付|交)(?:出去|了|的|滴|过)[^?？]{0,16}(?:退|还给(?:我|他|她|咱)|还我|回来|要得回|要不要得回|拿回)|(?:能|可以)报回来|押金[^?？]{0,6}退|退不退|(?:那|这|我的?|前头)[^,，。?？]{0,4}(?:\d{3,6}|[一二两三四五六七八九十]{1,3}[千万])[^,，。?？]{0,4}(?:能|可以|会)?(?:不能)?(?:算|认|抵|扣)(?:进|得|不|吗|数)/;

/** `speaking`: the last answer was about this money. */
export function moneyMeant(text: string, speaking: boolean): MoneyMeant | undefined {
  if (text.length <= LONGEST && OWN_BACK.test(text))
    return sureWish(text, 'money') === 'noProof' ? { aside: 'noTrace' } : { asked: 'back' };
  const aside = moneyAside(text, speaking) ?? (speaking ? asideInClause(text) : undefined);
  const asked = advanceAsked(text, speaking);
  const listed = aside ? { aside } : asked && { asked };
  // Whose car was taken away asks when he gets it back.
  if (OF_CAR.test(text)) return undefined;
  if (!speaking) return listed ?? plainly(text);
  if (!aside && OR_NOT.test(text) && !/你们[^,，。]{0,6}给不给/.test(text)) return { aside: 'today' };
  const sure = sureWish(text, 'money');
  if (!aside && asked !== 'status' && sure !== 'forHire' && ownsPolicy(text)) return { asked: 'route' };
  if (sure === undefined || sure === 'none' || isButtonOfMoney(text)) return listed ?? inClause(text) ?? likely(text);
  // “你没回答我，今晚这三万必须给吗”: what is asked says more.
  if (sure === 'isRescue') return { aside: 'isRescue' };
  if (sure === 'missed') return listed ?? inClause(text) ?? MEANT.missed;
  if (aside && sure !== 'forHire' && (FINER[aside] === sure || SPECIFIC.has(aside))) return { aside };
  if (asked && FINER_ASKED[asked] === sure) return { asked };
  // “三者险能不能先付手术费”: of that way, and not of the first one.
  if (OF_A_WAY.has(sure) && routeNamed(text) !== undefined) return { asked: 'route' };
  if (sure === 'notReported' && saysReported(text)) return listed;
  return meantBy(sure, text) ?? listed;
}

/** “给不给啊”, “我交不交”. */
export const OR_NOT = /(?:给|交|垫|打|转|付)(?:还是)?不(?:给|交|垫|打|转|付)/;

/** “不给行不行”, “我要是不垫了会咋样”. */
export const asksToRefuse = (text: string): boolean =>
  !/不(?:给|付|交|拿|垫)[^,，。]{0,4}就|(?:他们?|她们?|对方|家属|人家|医院)[^,，。]{0,4}不(?:肯|愿意?)?给|[票单]据?|收条/.test(
    text,
  ) &&
  !OR_NOT.test(text) &&
  /不(?:再|想|继续|接着)?(?:给|垫|付|出|交|理|管)|(?:stop|not) pay|refuse/i.test(text);

/** “今天再不转就拉横幅，我到底咋个回她嘛”. */
export const asksWhatToSay = (text: string): boolean =>
  HOW_TO_SAY.test(text) || [text, ...longClauses(text)].some((part) => sureWish(part, 'money') === 'reply');
const HOW_TO_SAY = /(?:怎么|咋个?|如何|啷个)(?:跟|和|对|给)?(?:他们?|她们?|人家|家属|对方)?(?:回|说|答)(?!事)/;

/** That the insurer pays first, or what that takes. */
export function asksForPayment(text: string): boolean {
  const sure = sureWish(text, 'money') ?? inClauseWish(text);
  return sure === 'wish' || sure === 'papers';
}

const OWN: ReadonlySet<string | undefined> = new Set([...OF_MONEY, ...OF_BOTH]);
export const isSureOfMoney = (text: string): boolean => OWN.has(sureWish(text, 'money')) || OWN.has(inClauseWish(text));

/** Of a long message the first clause that asks it. */
const asideInClause = (text: string): MoneyAside | undefined =>
  text.length <= LONGEST
    ? longClauses(text)
        .map((part) => moneyAside(part, false))
        .find((one) => one !== undefined)
    : undefined;

/** “说错了，是两万八，给了是不是就等于我认了”: the first clause that is plainly of this money. */
function inClause(text: string): MoneyMeant | undefined {
  const sure = inClauseWish(text);
  return sure && meantBy(sure, text);
}
function inClauseWish(text: string): TalkWish | undefined {
  const clauses = longClauses(text);
  if (clauses.length < 2) return undefined;
  return clauses
    .map((part) => sureWish(part, 'money'))
    .find((wish) => wish !== undefined && wish !== 'missed' && MEANT[wish]);
}
const longClauses = (text: string): readonly string[] =>
  clausesOf(text)
    .filter((part) => part.length >= SHORTEST_CLAUSE)
    .slice(0, MOST_CLAUSES);

/** Of a long account the first clause that wants something. */
function plainly(text: string): MoneyMeant | undefined {
  if (happenedJustNow(text)) return undefined;
  const ofPaying = OF_PAYING.test(text) ? 'money' : undefined;
  const sure = [text, ...longClauses(text)].map((part) => sureWish(part, ofPaying));
  const first = sure.find((wish) => wish !== undefined && PLAIN.has(wish));
  // “帮我写首诗”: whom to answer is said, where nothing was spoken of.
  if (first === 'reply' && !OTHERS.test(text)) return undefined;
  if (first === undefined && PRESSED.test(text) && DROVE.test(text)) return { asked: 'keep' };
  if (first === undefined && DROVE.test(text) && /坐牢|判刑/.test(text)) return { aside: 'prison' };
  if (first === undefined && DROVE.test(text) && THREATENED.test(text)) return { aside: 'sued' };
  return first && meantBy(first, text);
}
/** “我撞到一个骑电动车的，他家里人今晚就要三万”. */
export const PRESSED =
  /(?:家属|家长|家里人|家人|家里|[他她]家|[他她]屋|儿子|儿|女儿|闺女|姑娘|媳妇|老伴|亲戚|老婆|老公|男人|丈夫|对象|兄弟|弟弟?|哥哥?|姐姐?|妹妹?|老汉|妈妈?|爸爸?|爹|娘|对方|人家|他们|她们)[^,，。]{0,14}(?:要|催|逼|讨|叫我拿|让我拿|叫我给|让我给)(?!交|出|付|住)[^,，。]{0,6}(?:钱|费|赔偿|[一二两三四五六七八九十\d][万千]|\d{3,6})/;
const HIT = /\bi(?:'ve| have)? (?:just |accidentally )?(?:hit|knocked|ran (?:into|over)|bumped|crashed)\b/i;
const DROVE = /我[^,，。]{0,14}(?:撞|碰|刮|开车)|(?<![被让把])(?:撞|碰|刮)(?:了|到|着)(?:个|一个|人)/;
/** Whoever writes drove, or is asked by the family of whoever was hurt. */
export const drove = (text: string): boolean => DROVE.test(text) || HIT.test(text) || PRESSED.test(text);
/** “要告我，喊警察抓我”. */
const THREATENED = /(?:要|说|去)[^,，。]{0,3}告我|(?:喊|叫|让)警察[^,，。]{0,2}(?:抓|来)/;
const OTHERS = /家属|对方|伤者|他|她|人家|family|them\b/i;
/** “医院要交3万押金”. */
export const namesMoney = (text: string): boolean =>
  /押金|(?:要|叫|让|催)[^,，。]{0,4}(?:交|缴)|(?:医药|治疗|手术|抢救|住院)费|谁(?:先)?(?:出|付|垫)|钱/.test(text);

/** Somebody has paid, or a family asks. */
export const speaksOfPaying = (text: string): boolean => OF_PAYING.test(text);
const OF_PAYING = /家属|(?:他|她)(?:家|屋)(?:里|人)|给了[^,，。]{0,6}(?:千|万|块|元)|垫了|掏了/;
const SHORTEST_CLAUSE = 5;
const MOST_CLAUSES = 12;

/** Holds for everybody, and may be answered beside anything that is asked. */
export function toldAnyway(text: string, speaking: boolean): MoneyMeant | undefined {
  const meant = moneyMeant(text, speaking);
  if (meant && 'aside' in meant) return meant;
  return meant && ANYWAY.has(meant.asked) ? meant : undefined;
}
const ANYWAY: ReadonlySet<AdvanceAsked> = new Set([
  'keep',
  'proof',
  'reply',
  'back',
  'payee',
  'amount',
  'route',
  'stops',
]);

function likely(text: string): MoneyMeant | undefined {
  const wish = likelyWish(text, 'money');
  return wish && meantBy(wish, text);
}

/** “政府救急的钱去哪领”, “我有三者险”: the way that is meant. */
export const routeMeant = (text: string): ReturnType<typeof routeNamed> =>
  routeNamed(text) ??
  (ownsPolicy(text) ? 'commercial' : clauseWish(text, 'money') === 'rescueFund' ? 'rescueFund' : undefined);
