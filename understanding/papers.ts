/** What a message wants of the papers: the list, what is missing of it, one paper of it, or to say which paper a photo is. */
import type { Occupation, YesNo } from '../claims/documents/types.ts';
import { asksSomething, choice, papersIn } from '../prompts/index.ts';
import type { Now } from '../prompts/kind.ts';
import { caseFact, occupation } from '../prompts/vocabulary-papers.ts';

export type PaperWish =
  | { readonly what: 'list' | 'changed' | 'missing' | 'leaving' | 'later' | 'perhaps' | 'lostIncome' | 'whatIsThis' }
  /** Where to get it, and whether it is needed. */
  | { readonly what: 'item'; readonly document: string }
  /** By its number in the list. */
  | { readonly what: 'number'; readonly n: number }
  /** Said of what was sent: “这张是诊断证明”. */
  | { readonly what: 'file'; readonly document: string };

/** Longer ones tell a story. */
const LONGEST = 60;
const PAPERS = '(?:材料|资料|单据|证件|手续|文件|票据|凭证)';

/** In order: the first that fits is meant. */
const WISHES: readonly (readonly [Exclude<PaperWish['what'], 'item' | 'number' | 'file'>, RegExp])[] = [
  ['leaving', /^出院(?:时|的时候)?(?:再?要|拿|找医院要)(?:的|什么|哪些)|^when leaving hospital$/],
  ['later', /^以后(?:再)?(?:要|交)(?:的|什么|哪些)|^later papers$/],
  ['perhaps', /^看情况(?:的|才要的?)|^only if needed$/],
  [
    'changed',
    /情况(?:变|有变|不一样|不同)了?|(?:清单|材料)(?:要|得|需要)?(?:重新|再)(?:列|出|算)|重新(?:列|出)(?:一?[份个张])?(?:材料)?清单|list (?:again|anew)|things have changed/,
  ],
  [
    'whatIsThis',
    /^(?:这|刚才|刚刚|刚|上面)(?:发|拍)?的?那?(?:一?[张份个些]|几张)?(?:照片|图片|图|文件|材料)?(?:是|算|属于)(?:什么|哪|啥)|^(?:换一[份个]|归错了|记错了|不是这[份个])$|^(?:what|which paper) is this|^this is another paper/,
  ],
  [
    'missing',
    /(?:还|都|再)(?:差|缺|少|要交|要补|得交|得补|没交)(?:了)?(?:我)?(?:什么|哪些|哪几|哪|啥|几|多少)(?!钱|块|元|天|久)|(?:差|缺|少)(?:什么|哪些|啥)[^钱]{0,2}(?:材料|资料|单据|手续)|(?:材料|资料|单据|手续|东西)(?:都)?(?:交|收|发)?(?:齐|全|够)(?:了)?(?:吗|没|不|么)|(?:what|which (?:papers|documents)) (?:is|are|else is|else are)? ?(?:still )?(?:missing|lacking)|what (?:else )?do (?:i|you) still (?:need|have to send)/,
  ],
  [
    'lostIncome',
    /误工(?:费)?(?:要|该|怎么|咋|如何|得|拿什么|用什么|需要)?[^,，。]{0,6}(?:证明|证据|材料|准备|凭)|(?:证明|证据)[^,，。]{0,6}误工|(?:prove|proof of|evidence (?:of|for))[^.]{0,12}(?:lost|income|wages|earnings)/,
  ],
  [
    'list',
    new RegExp(
      `(?:什么|哪些|啥|哪几[样份种]|多少|些什么)样?的?${PAPERS}|${PAPERS}(?:都)?(?:要|需|得|该)(?:准备|交|带|提供|有)?(?:什么|哪些|啥)|(?:要|需要|得|该|应该)(?:准备|交|提供|提交|带|拿|备)(?:些|点|好)?(?:什么|哪些|啥)|(?:材料|资料)清单|^(?:清单|材料|资料|要哪些材料)$|(?:which|what) (?:documents|papers|paperwork)|(?:list of|document|paper) ?(?:documents|papers|list|checklist)|what (?:do i|should i|to) (?:prepare|submit|bring|send)`,
    ),
  ],
];
const NUMBER = /^(?:第|编号|序号|no\.? ?|number |item )([0-9]{1,3})(?:[份项个号条])?/;
const OF_ONE =
  /哪里|哪儿|哪拿|怎么(?:拿|开|弄|办|写|要|拍|领|取)|去哪|在哪|找谁|谁开|原件|复印|盖章|要不要|需要吗|需不需要|用不用|要吗|有用吗|是什么|是啥|什么样|where|how|original|copy|need|what is/;
const SAYS_WHAT =
  /^(?:这|刚才|刚刚|刚|上面)(?:发|拍)?的?那?(?:一?[张份个些]|几张|两张|三张)?(?:照片|图片|图|文件|都)?(?:就)?(?:是|算)|^(?:this|that|it) is|^(?:these|those) are/;

/** “退休了，误工还有吗”: what proves it is what decides. */
const STILL =
  /误工费?[^,，。]{0,2}(?:还有|有没有|有吗|还算|算吗|算不算|还给|给吗|给不给|能要)|(?:还有|有没有|能要|还算|算不算)[^,，。]{0,2}误工/;

/** `listed`: the papers of the person's own list, which a name means first. */
export function paperWishIn(text: string, listed: readonly string[], now: Now): PaperWish | undefined {
  const words = text.normalize('NFKC').toLowerCase().trim();
  if (words === '' || words.length > LONGEST) return undefined;
  const wish = WISHES.find(([, pattern]) => pattern.test(words));
  if (wish) return { what: wish[0] };
  if (STILL.test(words) && occupationSaid(text, now)) return { what: 'lostIncome' };
  const n = NUMBER.exec(words)?.[1];
  if (n !== undefined) return { what: 'number', n: Number(n) };
  const [document] = papersIn(text, listed, now);
  if (document === undefined) return undefined;
  if (SAYS_WHAT.test(words) && !/[?？吗]/.test(words)) return { what: 'file', document };
  return (asksSomething(text) || /[不没么]$/.test(words)) && OF_ONE.test(words)
    ? { what: 'item', document }
    : undefined;
}

/** Whose papers somebody names: “伤者住院要准备什么材料”. */
const HELLO = '^(?:你好|您好|请问)?[，,。 ]*(?:那)?';
const NEEDS = '[^，,。?？]{0,8}(?:要|需要|得|该)';
const OF_SIDE: readonly (readonly ['insured' | 'injured', RegExp])[] = [
  [
    'injured',
    new RegExp(`${HELLO}(?:伤者|受伤的|被撞的|病人)${NEEDS}|what (?:does|must|should) the (?:injured|victim)`),
  ],
  [
    'insured',
    new RegExp(`${HELLO}(?:司机|车主|开车的|撞人的|肇事)${NEEDS}|what (?:does|must|should) the (?:driver|car owner)`),
  ],
];

export const sideNamed = (text: string): 'insured' | 'injured' | undefined =>
  OF_SIDE.find(([, pattern]) => pattern.test(text.toLowerCase().trim().slice(0, LONGEST)))?.[0];

const facts = choice({
  name: 'caseFact',
  options: Object.keys(caseFact) as (keyof typeof caseFact)[],
  words: caseFact,
});

/** What words that ask for the list tell of the case: “伤者住院做了手术，要什么材料”. */
export const factsSaid = (text: string, now: Now): readonly YesNo[] =>
  text.length > LONGEST ? [] : [...new Set(facts.find(text, now).map(({ value }) => value))];

/** Which paper is meant by words that came with a photo. */
export function paperSaid(text: string, listed: readonly string[], now: Now): string | undefined {
  return text.length <= LONGEST && !asksSomething(text) ? papersIn(text, listed, now)[0] : undefined;
}

/** A message that is the name of one paper and little else. */
export function paperAlone(text: string, listed: readonly string[], now: Now): string | undefined {
  if (text.length > ALONE) return undefined;
  const found = papersIn(text, listed, now);
  return found.length === 1 ? found[0] : undefined;
}
const ALONE = 24;

const trades = choice(occupation);
/** Names of those who ask, not of what she does; a migrant worker may earn in any way. */
const NO_TRADE = /(?:保险|你们|贵)公司|农民工|没有?(?:固定)?(?:的)?(?:工作|上班)?单位|没有?固定工作/g;

/** How somebody earns, where the words say one way only. */
export function occupationSaid(text: string, now: Now): Occupation | undefined {
  if (text.length > LONGEST) return undefined;
  const found = trades.find(text.replace(NO_TRADE, ' '), now);
  const said = new Set(found.flatMap(({ value, alternatives = [] }) => [value, ...alternatives]));
  const [only, ...others] = said;
  return others.length === 0 ? only : undefined;
}
