/** What the first words of somebody in need say before any question. */
import { asksSomething } from '../prompts/asking.ts';
import { type Casualties, casualties } from '../prompts/casualties.ts';
import { deathsIn } from '../prompts/death-words.ts';
import type { Now } from '../prompts/kind.ts';
import { normal } from '../prompts/normal.ts';
import { isLookedAfter } from './danger.ts';

/** Who writes this has lost somebody, has killed somebody, or sits beside a hospital bed. */
export function openingIn(text: string): 'death' | 'deathCaused' | 'bedside' | 'bedsideMoney' | 'hurt' | undefined {
  if (tellsOfDeath(text)) return CAUSED.test(text) ? 'deathCaused' : 'death';
  // Whoever has hit somebody, or is asked by a family to pay, sits beside nobody's bed.
  if (HIT.test(text) || DEMANDED.test(text)) return undefined;
  const bedside = (isLookedAfter(text) && KIN.test(text)) || GRAVE.test(text);
  if (MONEY.test(text) && (bedside || /医院|hospital/i.test(text))) return 'bedsideMoney';
  if (bedside) return 'bedside';
  return isLookedAfter(text) && HURT.test(text) && !asksSomething(text) ? 'hurt' : undefined;
}
/** Whoever stands at the roadside is helped there first. */
export const happenedJustNow = (text: string): boolean =>
  /刚(?:才|刚)?[^,，。]{0,6}(?:撞|碰|追尾|车祸|出事|事故)|现场|just (?:hit|had|crashed)/i.test(text);

const HIT =
  /(?:我|俺|老婆|媳妇|爱人|妻子|老公|丈夫|司机|员工|手下)[^被让给挨叫,，。]{0,10}(?:撞|碰|刮)(?:了|到|伤|着|倒)(?!我)|我是(?:肇事|开车的|司机)|病人不是我们?家|i (?:hit|ran into|knocked)/i;
/** “人在ICU，家属天天问我要钱”; what a hospital demands is no such thing. */
const DEMANDED =
  /(?:家属|对方|伤者|他们|他家|她家|人家)[^,，。]{0,10}(?:(?:问|找|跟|向|管)我们?(?:要|讨)|(?:叫|让|逼|催)我们?(?:拿|给|垫|掏|出|付))|family (?:keeps? )?(?:asks?|asking|wants?|demands?)/i;
/** “我的腿断了”. */
const HURT =
  /我的?[左右双两]?[边侧只条]?(?:腿|脚|手|胳膊|手臂|腕|踝|膝盖?|肩膀?|锁骨|肋骨|骨盆|腰椎?|颈椎|脊椎|头|骨头)[^,，。;；]{0,6}(?:断|骨折|碎|裂|伤|折)|我[^,，。;；]{0,4}(?:骨折|受伤|被撞伤)|my (?:left |right )?(?:leg|arm|foot|hand|wrist|ankle|knee|shoulder|rib|hip|back|neck)s? (?:is|are|was|were|got) (?:broken|fractured|injured)|i (?:broke|fractured) my/i;
/** A death, and no wish to report it yet. */
export const tellsOnlyDeath = (text: string): boolean =>
  openingIn(text) === 'death' && !/报|理赔|report|claim/i.test(text);

const GRAVE = /^(?:病?人|伤者|他|她)?(?:现在|还|正)*(?:在|进了?|住)(?:了)?(?:ICU|重症)/i;
/** The hospital asks for money, or there is none. */
const MONEY =
  /垫付|垫钱|先(?:垫|交|缴|出钱)|[要喊叫让](?:交|缴)|谁(?:先)?(?:出|付|垫)|催[费缴款钱]|催我?们?交|欠费|没钱|没有钱|交不[起上]|凑不|(?:交|付|缴).{0,6}(?:押金|住院费|医药费|医疗费|手术费|费用)|advance payment|pay (?:the )?hospital|hospital (?:bill|(?:wants?|asks?|demands?|is asking)[^.]{0,24}(?:money|deposit|yuan))|no money for/i;
const CAUSED =
  /我(?:开车|不小心|刚才|刚刚|刚|的车|把[^,，。]{1,4}){0,4}(?:撞|压|轧)死|(?:撞|压|轧)死了?(?:一?个?人|别人)|i (?:have )?(?:hit and )?killed/i;
const KIN =
  /(?:[我他她]|^)(?:爸|妈|父|母|老公|老婆|爱人|丈夫|妻子|儿|女|孩|哥|姐|弟|妹|爷|奶|外公|外婆|姥|岳|公公|婆婆|家人|对象)|家里人|孩子|my (?:dad|mum|mom|father|mother|husband|wife|son|daughter|brother|sister|child|grand)/i;

/** Who is dead and hurt by these words; at least somebody is dead. */
export function theDead(text: string, now: Now): Casualties {
  const told = casualties().find(text, now)[0]?.value;
  return told && told.dead > 0 ? told : { count: null, dead: 1, state: 'died' };
}

export const tellsOfDeath = (text: string): boolean => deathsIn(normal(text).text).length > 0;

/** “死亡赔偿金怎么算”: of a sum, by somebody who has told of the death before. */
export const asksOfDead = (text: string): boolean =>
  /死亡(?:赔偿|证明|注销|补助)|death (?:compensation|certificate)/i.test(text);
