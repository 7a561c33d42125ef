/** What is asked of a settlement: which line or reason, the next one, the whole again, an itemised list, or that somebody disagrees. */
import { numeral } from '../prompts/index.ts';
import type { way } from '../prompts/vocabulary-objection.ts';
import { type BesideCuts, besideCuts } from './besideCuts.ts';
import { figureIn } from './figureAsked.ts';
import { guessedCut } from './guessedCut.ts';
import { type Named, namedIn } from './namedCuts.ts';
import {
  asksOfObjection,
  disagreesIn,
  disagreesPlainly,
  TELLS_REASON,
  wantsLetter,
  wantsRecheck,
  withdrawsObjection,
} from './objection.ts';
import { numberIn } from './objector.ts';
import { happenedJustNow } from './opening.ts';
import { plain } from './plain.ts';
import { likelyWish, sureWish } from './talkWish.ts';
import { termAsked } from './terms.ts';

export { namesSum, sumsIn } from './figureAsked.ts';
export { type Named, namedIn } from './namedCuts.ts';

export type CutWish =
  /** By its number in the list. */
  | { readonly what: 'number'; readonly n: number }
  | { readonly what: 'next' | 'whole' | 'itemisedList' | 'objection' | 'withdraw' | 'recheck' | 'sources' }
  /** Of an objection that was filed. */
  | { readonly what: 'adds'; readonly added: string }
  | { readonly what: 'instead'; readonly instead: string }
  | { readonly what: 'way'; readonly way: (typeof way.options)[number] }
  | { readonly what: 'sending' | 'silent' | 'letter' }
  | { readonly what: 'beside'; readonly asked: BesideCuts }
  | { readonly what: 'term'; readonly term: NonNullable<ReturnType<typeof termAsked>> }
  /** What a number is, or where it comes from, as it is written. */
  | { readonly what: 'figure'; readonly value: string; readonly percent: boolean }
  /** Disagrees; perhaps with the one that is named, or numbered. `reason`: the words are nothing but why. */
  | { readonly what: 'object'; readonly names?: Named; readonly n?: number; readonly reason?: string }
  | { readonly what: 'named'; readonly names: Named };

/** Longer ones tell a story. */
const LONGEST = 80;

const NUMBER =
  /^(?:看|说|讲|那)?(?:第|编号|序号|no\.?|number|item)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[条项个点笔样](?!写)|[啰囉咯啦吧呀呢]$|号(?!之?前|以前|到|之?后)|$)/;
/** “别的不说，看第2条”: a wish to see it, behind whatever else. */
const SHOWS_LINE =
  /(?:[,，]|^)(?:先|再|就)?(?:给我|让我|我要|我想)?(?:看|说|讲|回到)(?:一下|下)?第([0-9]{1,2}|[一二三四五六七八九十]{1,3})[条项个点]$/;
/** “依据是什么”, “哪一版的条款”. */
const SOURCES =
  /依据(?:是)?(?:什么|哪|呢|在哪)|(?:看|要|给我)(?:一下)?依据|^依据$|(?:哪|什么|啥)(?:一)?(?:条|版|部|年)?(?:的)?(?:法律|法规|规定|条款)|法律依据|哪(?:一)?版|which (?:law|rule|version|clause)|the rules|legal basis|what law/;
const NEXT = /^(?:看|再看|那)?(?:下一?[条项个笔]|还有呢|然后呢|继续|next(?: one)?)(?:呢|吧)?[。.!！?？]?$/;
/** “那 7200 我找谁要” is answered by who pays what, too. */
const WHOLE =
  /(?:找|问|向|跟)(?:谁|车主|司机|对方|责任人|撞人的)(?:要|赔|出|拿|付)|总数|总共|一共|合计|(?:去哪|哪去|上哪|跑哪)了|差的是|谁拿走|全部(?:的)?(?:扣|明细|列)|再(?:说|看|列)一[遍次]|the whole|total|overview|who (?:pays|owes|bears) (?:it|the \d)|谁(?:来)?(?:出|付|赔)(?:啊|呢)?$/;
const LIST =
  /逐项清单|清单(?:给我|拿来|在哪)|(?:扣减|费用|逐项|明细)清单|要(?:一?[份个])?(?:明细|清单)|列(?:一?[份个])?(?:明细|清单)|^(?:我要的)?清单[^,，。]{0,8}(?:呢|吗|不给|什么时候|好了|到哪)|itemi[sz]ed/;
/** “为什么少赔”, “怎么少了两万”, “扣了什么”. */
const ASKS =
  /(?:为什么|为啥|怎么|咋|凭什么|哪里|哪些|哪几[条项样个笔]|哪[条项样]|什么).{0,12}(?:少赔|少给|少了|扣|没赔|不赔|没给|(?<!给)不给|不报|没报|给报|砍|减)/;
/** “扣了我多少，为什么”: the other way round. */
const ASKS_AFTER = /(?:少赔|少给|扣|不赔|没赔|不报|砍).{0,10}(?:为什么|为啥|什么|哪些|依据|道理|吗)/;
const ASKS_SHORT = /扣减|deduct/;
const ASKS_ENGLISH = /why.{0,30}(?:less|cut|not paid|not cover|reduc)/;

/** Said wherever it may be, without a settlement at hand. */
export const asksWhyLess = (text: string): boolean => text.length <= LONGEST && isWhy(plain(text));
/** Of an item that words name. */
const complains = (words: string): boolean => namedIn(words) !== undefined && COMPLAINS.test(words);
/** “进口药你们给扣了四千多”: told, not asked. */
const COMPLAINS_OF_CUT =
  /(?<![从找用走])(?:你们|保险(?:公司)?|理赔的?|公司)[^,，。]{0,8}(?:扣了?|砍了?|少赔|不赔|不报|没赔|不认|抹了?|抹掉|剔|划掉)(?![^,，。]{0,2}(?:分|识|车))|(?:药|费|钱)[^,，。]{0,6}(?:被|给|让)[^,，。]{0,6}(?:扣|砍)/;
/** “保险公司说药钱不给全报”, “保险让我们自己掏”. */
const SAYS_INSURER =
  /(?:保险|理赔)(?:公司|的|员)?(?:的?人)?[^,，。?？]{0,12}(?:(?:不给|没给|不肯|不让|不能|只给|只肯|只)[^,，。]{0,3}(?:全)?(?:报|赔|认|算)|少(?:赔|给|算|报)|自费|自己(?:掏|出|付))/;
/** “几种自费药没有在理赔款里体现”. */
const MISSING = /(?:药|费|项目)没(?:有)?(?:在|算|进|包)?[^,，。]{0,3}(?:理赔|赔款|赔进|算进)/;
/** “你们公司寄来一封信，说你们认可41400元”, “要了60000，只认41400”. */
const ACCEPTED =
  /(?:认可|核定)[^\d,，。]{0,6}\d\d\d|只(?:认|给|赔)了?\d\d\d|赔付(?:信|通知|方案)|核定(?:书|通知)|理赔(?:结果|通知书)/;
/** “护理费赔不赔” asks before anything was worked out. */
const WHETHER = /(?:护理|误工|营养|伙食|交通)[^。？?]{0,20}(?:赔不赔|报不报|认不认)/;
/** “把我车扣下”. */
const OF_A_CAR = /车[^,，。]{0,6}(?:扣|封)|(?:扣|封)[^,，。]{0,3}车/;
export const tellsOfCut = (text: string): boolean =>
  text.length <= LONGEST_STORY &&
  !OF_A_CAR.test(text) &&
  !WHETHER.test(text) &&
  (COMPLAINS_OF_CUT.test(plain(text)) ||
    MISSING.test(plain(text)) ||
    ACCEPTED.test(plain(text)) ||
    (SAYS_INSURER.test(plain(text)) && !happenedJustNow(text) && !ASKS_TO_REPORT.test(text)));
/** “还没跟保险公司说，现在还能报不能” is of a report that was not made. */
const ASKS_TO_REPORT =
  /(?:还|现在)能(?:不能)?报|能报(?:不能|吗|么|不)|来得及|(?:没|未)(?:有)?(?:跟|给|向)[^,，。]{0,6}(?:说|报)/;

/** Who is angry tells more than who asks. */
const LONGEST_STORY = 200;
const isWhy = (words: string): boolean => !OF_A_CAR.test(words) && !WHETHER.test(words) && isOfCut(words);
const isOfCut = (words: string): boolean =>
  COMPLAINS_OF_CUT.test(words) ||
  OF_SETTLEMENT.test(words) ||
  ASKS.test(words) ||
  ASKS_AFTER.test(words) ||
  ASKS_SHORT.test(words) ||
  ASKS_ENGLISH.test(words) ||
  ONLY.test(words);
/** “花了六万，你们就给三万，说说怎么算的”. */
const ONLY =
  /(?:就|才|只)(?:给|赔|付|报)(?:了|我|我们|他|她)?[^,，。?？]{1,8}.{0,6}(?:怎么算|为什么|凭什么|为啥|咋|说说|怎么回事)/;

/**
 * While a settlement is spoken of: what names its line or figure; then what the classifier is sure of; then what a list of words
 * knows; then what the classifier thinks likely.
 */
export function cutWishIn(text: string): CutWish | undefined {
  const words = plain(text);
  if (words === '') return undefined;
  const { what: _, ...line } = objectIn(words, namedIn(words));
  const sure = sureWish(text, 'settlement');
  const exact = exactIn(text, words);
  if (exact) return exact;
  if (sure !== undefined && sure !== 'none') return guessedCut(sure, text, line);
  return (
    (words.length > LONGEST ? undefined : listedIn(text, words)) ??
    guessedCut(likelyWish(text, 'settlement'), text, line)
  );
}

/** A line by its number, a word of the trade, a figure. */
function exactIn(text: string, words: string): CutWish | undefined {
  if (words.length > LONGEST) return undefined;
  const bare = words.replaceAll(' ', '');
  const shows = SHOWS_LINE.exec(bare)?.[1];
  if (shows !== undefined) return { what: 'number', n: numeral(shows) ?? 0 };
  const n = NUMBER.exec(bare)?.[1];
  const term = termAsked(text);
  if (term) return { what: 'term', term };
  if (words.length <= SHORTEST_WISH && isPlainWish(text)) return objectIn(words, namedIn(words));
  const figure = besideCuts(text) === undefined ? figureIn(words) : undefined;
  if (figure) return figure;
  if (n !== undefined && words.length <= SHORTEST_STORY) return { what: 'number', n: numeral(n) ?? 0 };
  return NEXT.test(words) ? { what: 'next' } : undefined;
}
const isPlainWish = (text: string): boolean =>
  disagreesPlainly(text) && !withdrawsObjection(text) && !asksOfObjection(text);
/** “第 1 条”; behind more words it may be anything. */
const SHORTEST_STORY = 5;
/** “我要提异议”, and no word besides. */
const SHORTEST_WISH = 8;

function listedIn(text: string, words: string): CutWish | undefined {
  const n = NUMBER.exec(words.replaceAll(' ', ''))?.[1];
  const names = namedIn(words);
  if (withdrawsObjection(words)) return { what: 'withdraw' };
  if (wantsLetter(words)) return objectIn(words, names);
  if (TELLS_REASON.test(text.trim())) return objectIn(words, names);
  if (asksOfObjection(words)) return { what: 'objection' };
  const asked = besideCuts(text);
  if (asked) return { what: 'beside', asked };
  if (LIST.test(words)) return { what: 'itemisedList' };
  if (disagreesIn(words)) return objectIn(words, names);
  if (wantsRecheck(words)) return numberIn(words) === undefined ? { what: 'recheck' } : objectIn(words, names);
  if (SOURCES.test(words)) return { what: 'sources' };
  if (n !== undefined && words.length <= SHORT) return { what: 'number', n: numeral(n) ?? 0 };
  if (WHOLE.test(words) || GETS.test(words)) return { what: 'whole' };
  if (names && (isWhy(words) || complains(words) || words.length <= shortFor(words) || /[?？吗呢]$/.test(words)))
    return { what: 'named', names };
  return isWhy(words) ? { what: 'whole' } : undefined;
}
const SHORT = 16;
const SHORT_ENGLISH = 48;
const shortFor = (words: string): number => (/^[ -~]+$/.test(words) ? SHORT_ENGLISH : SHORT);

function objectIn(words: string, names: Named | undefined): Extract<CutWish, { what: 'object' }> {
  const n = numberIn(words);
  return { what: 'object', ...(names && { names }), ...(n !== undefined && { n }) };
}

/** Which settlement it is of is clear where somebody has one, whatever was spoken of. */
const OF_SETTLEMENT =
  /扣(?:了)?(?:我|我们|咱)?多少|少(?:赔|给)?了(?:我|我们)?多少|how much (?:was|is|did you) (?:cut|deduct|take)/;
/** “误工费凭什么按120算”, “护理费怎么没有”: of an item, and no wish for a list of papers. */
const COMPLAINS =
  /凭什么|凭啥|为什么|为啥|怎么(?:才|没|只|少|就)|少了|没有了?[吗呢]?$|没给|没算|太少|不给|一分没|why (?:is|was|are|did)|so little/;
export const speaksOfSettlement = (text: string): boolean => {
  const words = plain(text);
  if (text.length > LONGEST) return false;
  if (namedIn(words) && COMPLAINS.test(words)) return true;
  return OF_SETTLEMENT.test(words) || LIST.test(words) || LIMIT.test(words) || GETS.test(words);
};
/** “我到底能拿到多少钱”, once it was worked out. */
const GETS =
  /(?:能|到底|最后|一共|总共)[^,，。]{0,4}(?:拿|到手|得)到?[^,，。]{0,2}多少|how much (?:do|will) i (?:get|receive)/;
const LIMIT =
  /限额(?:是)?怎么分|(?:强制险|交强险)[^,，。]{0,8}(?:上限|限额|怎么分|(?:才|只|就)(?:赔|付|给))|how is the (?:compulsory )?limit shared/;
/** Holds for everybody. */
export const asksOfLimit = (text: string): boolean => text.length <= LONGEST && LIMIT.test(plain(text));
