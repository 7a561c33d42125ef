/** What is asked of a settlement: which line or reason, the next one, the whole again, an itemised list, or that somebody disagrees. */
import { numeral } from '../prompts/index.ts';
import type { way } from '../prompts/vocabulary-objection.ts';
import { type BesideCuts, besideCuts, termAsked } from './besideCuts.ts';
import { asksOfObjection, disagreesIn, wantsLetter, wantsRecheck, withdrawsObjection } from './objection.ts';
import { numberIn } from './objector.ts';
import { plain } from './plain.ts';

export type CutWish =
  /** By its number in the list. */
  | { readonly what: 'number'; readonly n: number }
  | { readonly what: 'next' | 'whole' | 'itemisedList' | 'objection' | 'withdraw' | 'recheck' | 'sources' }
  /** Of an objection that was filed. */
  | { readonly what: 'adds'; readonly added: string }
  | { readonly what: 'instead'; readonly instead: string }
  | { readonly what: 'way'; readonly way: (typeof way.options)[number] }
  | { readonly what: 'sending' }
  | { readonly what: 'beside'; readonly asked: BesideCuts }
  | { readonly what: 'term'; readonly term: NonNullable<ReturnType<typeof termAsked>> }
  /** What a number is, or where it comes from, as it is written. */
  | { readonly what: 'figure'; readonly value: string; readonly percent: boolean }
  /** Disagrees; perhaps with the one that is named, or numbered. */
  | { readonly what: 'object'; readonly names?: Named; readonly n?: number }
  | { readonly what: 'named'; readonly names: Named };

/** Reasons and items that words name, as claims/deductions calls them. */
export interface Named {
  readonly codes: readonly string[];
  readonly items: readonly string[];
}

/** Longer ones tell a story. */
const LONGEST = 80;

const CODES: Readonly<Record<string, RegExp>> = {
  nonMedicare:
    /非医保|医保外|自费药|进口药|进口的药|(?:不在|没在)医保|医保目录|超医保|超出医保|imported (?:drug|medic)|not covered by (?:medical|health)|outside (?:the )?(?:medical |health |basic )?insurance|non-?medicare/,
  unrelatedTreatment: /和事故无关|跟事故无关|不是这次|老毛病|降压|糖尿病|unrelated/,
  priorCondition: /参与度|旧伤|旧病|原来就有|骨质疏松|old injury|pre-?existing/,
  faultRatio:
    /责任比例|按责任|按比例|七成|三成|[1-9]0%|主责|次责|主要责任|我(?:儿子|家人|们)?(?:也)?(?:要|得|该)?(?:担|负)[^,，。]{0,3}责|fault share|share of (?:the )?fault/,
  limbLimit:
    /分项|一格|1\.8万|一万八(?!千)|18000|限额怎么分|(?:强制险|交强险)[^,，。]{0,8}(?:上限|限额|只付|只赔|才付|怎么分|怎么只)|limit (?:is )?shared|compulsory (?:insurance )?limit/,
  policyLimit: /保额|限额不够|超过限额/,
  deductible: /免赔率|绝对免赔|自担|deductible/,
  paidByFund:
    /医保(?:已经?|都)?报(?:销)?(?:过|了)|工伤(?:已经?)?(?:赔|付)|already (?:paid|reimbursed) by (?:medical|health)/,
  advance: /(?:之前|先|已经?)垫付?的|垫过的|advance/,
  excessTreatment: /挂床|过度(?:治疗|医疗|住院)|住院天数/,
  fees: /鉴定费|诉讼费|受理费|court fee|appraisal fee/,
  reappraisal: /重新鉴定|重鉴|appraised again/,
};
const ITEMS: Readonly<Record<string, RegExp>> = {
  medical: /医疗费|医药费|药费|看病(?:的)?钱|住院费|治疗费|(?<!营养)药(?!店)|medical|medicine|drug|hospital bill/,
  followUp: /后续治疗|取钢板|二次手术|拆钢板|follow-?up|second operation/,
  hospitalMeals: /伙食|meals/,
  nutrition: /营养费|营养|nutrition/,
  lostIncome: /误工|工资|收入损失|lost (?:income|wages)|wages/,
  nursing: /护理|护工|陪护|nursing|carer/,
  transport: /交通费|车费|打车|transport|travel/,
  lodging: /住宿|lodging/,
  aids: /辅助器具|轮椅|假肢|拐杖|wheelchair|aids/,
  disability: /残疾赔偿|伤残赔偿|残疾金|disability/,
  death: /死亡赔偿|death compensation/,
  funeral: /丧葬|funeral/,
  dependants: /被扶养|抚养费|扶养费|赡养费|生活费|dependant/,
  mentalDistress: /精神(?:损害|损失|抚慰|损失费)|抚慰金|mental distress/,
  appraisal: /鉴定费|appraisal fee/,
  property: /车损|财物|电动车修|手机坏|property/,
};
const found = (all: Readonly<Record<string, RegExp>>, words: string): string[] =>
  Object.keys(all).filter((name) => all[name]?.test(words));

export function namedIn(text: string): Named | undefined {
  const words = plain(text);
  const [codes, items] = [found(CODES, words), found(ITEMS, words)];
  return codes.length + items.length > 0 ? { codes, items } : undefined;
}

const NUMBER =
  /^(?:看|说|讲|那)?(?:第|编号|序号|no\.?|number|item)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[条项个点笔](?!写)|号(?!之?前|以前|到|之?后)|$)/;
/** “依据是什么”, “哪一版的条款”. */
const SOURCES =
  /依据(?:是)?(?:什么|哪|呢|在哪)|(?:看|要|给我)(?:一下)?依据|^依据$|(?:哪|什么|啥)(?:一)?(?:条|版|部|年)?(?:的)?(?:法律|法规|规定|条款)|法律依据|哪(?:一)?版|which (?:law|rule|version|clause)|the rules|legal basis|what law/;
/** “6000 怎么来的”, “0 是什么意思”. */
const NUMBER_IN = /\d[\d,.]*/;
const ASKED_BEHIND = /^[ %元块钱是]{0,4}(?:怎么|咋|从哪|哪里?来|什么|啥|指)/;
const ASKED_BEFORE = /(?:what is|where does|what does|how did you get)(?: the)? $/;
const NEXT = /^(?:看|再看|那)?(?:下一?[条项个笔]|还有呢|然后呢|继续|next(?: one)?)(?:呢|吧)?[。.!！?？]?$/;
/** “那 7200 我找谁要” is answered by who pays what, too. */
const WHOLE =
  /(?:找|问|向|跟)(?:谁|车主|司机|对方|责任人|撞人的)(?:要|赔|出|拿|付)|总数|总共|一共|合计|(?:去哪|哪去|上哪|跑哪)了|差的是|谁拿走|全部(?:的)?(?:扣|明细|列)|再(?:说|看|列)一[遍次]|the whole|total|overview|who (?:pays|owes) (?:the rest|that)/;
const LIST =
  /逐项清单|清单(?:给我|拿来|在哪)|(?:扣减|费用|逐项|明细)清单|要(?:一?[份个])?(?:明细|清单)|列(?:一?[份个])?(?:明细|清单)|^(?:我要的)?清单[^,，。]{0,8}(?:呢|吗|不给|什么时候|好了|到哪)|itemi[sz]ed/;
/** “为什么少赔”, “怎么少了两万”, “扣了什么”. */
const ASKS =
  /(?:为什么|为啥|怎么|咋|凭什么|哪里|哪些|什么).{0,12}(?:少赔|少给|少了|扣|没赔|不赔|没给|不给|不报|没报|给报|砍|减)/;
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
  /(?:你们|保险公司?|理赔的?|公司)[^,，。]{0,8}(?:扣了?|砍了?|少赔|不赔|不报|没赔)(?![^,，。]{0,2}分)|(?:药|费|钱)[^,，。]{0,6}(?:被|给|让)[^,，。]{0,6}(?:扣|砍)/;
export const tellsOfCut = (text: string): boolean => text.length <= LONGEST && COMPLAINS_OF_CUT.test(plain(text));
const isWhy = (words: string): boolean =>
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

/** While a settlement is spoken of. */
export function cutWishIn(text: string): CutWish | undefined {
  const words = plain(text);
  if (words === '' || words.length > LONGEST) return undefined;
  const n = NUMBER.exec(words.replaceAll(' ', ''))?.[1];
  const names = namedIn(words);
  if (withdrawsObjection(words)) return { what: 'withdraw' };
  if (wantsLetter(words)) return objectIn(words, names);
  if (asksOfObjection(words)) return { what: 'objection' };
  const term = termAsked(text);
  if (term) return { what: 'term', term };
  const asked = besideCuts(text);
  if (asked) return { what: 'beside', asked };
  if (LIST.test(words)) return { what: 'itemisedList' };
  if (disagreesIn(words)) return objectIn(words, names);
  if (wantsRecheck(words)) return { what: 'recheck' };
  if (SOURCES.test(words)) return { what: 'sources' };
  const figure = figureIn(words);
  if (figure) return figure;
  if (n !== undefined && words.length <= SHORT) return { what: 'number', n: numeral(n) ?? 0 };
  if (NEXT.test(words)) return { what: 'next' };
  if (WHOLE.test(words)) return { what: 'whole' };
  if (names && (isWhy(words) || complains(words) || words.length <= shortFor(words) || /[?？吗呢]$/.test(words)))
    return { what: 'named', names };
  return isWhy(words) ? { what: 'whole' } : undefined;
}
const SHORT = 16;
const SHORT_ENGLISH = 48;
const shortFor = (words: string): number => (/^[ -~]+$/.test(words) ? SHORT_ENGLISH : SHORT);

function figureIn(words: string): CutWish | undefined {
  const found = NUMBER_IN.exec(words);
  if (!found || found[0].length > LONGEST_FIGURE) return undefined;
  const [before, behind] = [words.slice(0, found.index), words.slice(found.index + found[0].length)];
  const chinese = (before === '' || '这那个,， '.includes(before.slice(-1))) && ASKED_BEHIND.test(behind);
  if (!chinese && !ASKED_BEFORE.test(before)) return undefined;
  const value = found[0].replaceAll(',', '').replace(/\.$/, '');
  if (TO_CALL.has(value)) return undefined;
  const isNumber = /^\d+(?:\.\d{1,2})?$/.test(value);
  return isNumber ? { what: 'figure', value, percent: behind.startsWith('%') } : undefined;
}
const LONGEST_FIGURE = 18;
/** Numbers to call are no sums. */
const TO_CALL: ReadonlySet<string> = new Set(['110', '120', '122', '12348', '12378', '12368']);

function objectIn(words: string, names: Named | undefined): CutWish {
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
  return OF_SETTLEMENT.test(words) || LIST.test(words) || LIMIT.test(words);
};
const LIMIT =
  /限额(?:是)?怎么分|(?:强制险|交强险)[^,，。]{0,8}(?:上限|限额|怎么分)|how is the (?:compulsory )?limit shared/;
/** Holds for everybody. */
export const asksOfLimit = (text: string): boolean => text.length <= LONGEST && LIMIT.test(plain(text));
