/** Words of the trade that somebody asks the meaning of. */
import { plain } from './plain.ts';

/** Words of the trade that the replies use. */
const TERMS = [
  ['compulsory', /强制险|交强险|compulsory/],
  ['commercial', /商业险|三者险|commercial/],
  ['liable', /责任人|liable person|person liable/],
  ['standard', /(?:同类)?医保(?:的|项目的)?标准|\d{3,5}(?:块|元)?(?:钱)?(?:的)?标准|insurance standard/],
  ['nonMedicare', /非医保|自费药|医保外|超出医保|uninsured|outside insurance/],
  ['accepted', /认可|核定|accepted/],
  ['list', /逐项清单|itemi[sz]ed list/],
  ['practice', /行业惯例|待(?:人工)?确认|practice/],
  ['second', /二手资料|核对原文|已核对/],
  ['ratio', /责任比例|百分之[一二三四五六七八九]十|[一二三四五六七八九]成|share of (?:the )?fault/],
] as const;
const WHAT =
  /^(?:那)?(?:啥子?|么子|什么)(?:叫|是)|(?:是|叫|指)(?:个)?(?:什么|啥子?|么子|谁|哪个)(?:意思|东西|人)?[啊呀呢?？。]*$|(?:什么|啥)意思[啊呀呢?？。]*$|^what (?:is|does|are)|means?\?$/;

/** “请问您说的‘超出医保标准’是什么意思？”, in a longer message. */
export const asksMeaning = (text: string): boolean =>
  /请问|什么意思|啥意思|怎么理解|what does[^.?]{0,40}mean/i.test(text);
export const termWithin = (text: string): (typeof TERMS)[number][0] | undefined => {
  const words = plain(text);
  return TERMS.find(([, pattern]) => pattern.test(words))?.[0];
};

export const asksWhatItIs = (text: string): boolean => WHAT.test(plain(text));

/** Each word that is asked about: “啥子叫强制险、商业险嘛”. */
export function termsAsked(text: string): readonly (typeof TERMS)[number][0][] {
  const words = plain(text).replace(/[嘛呢啊呀]$/, '');
  return words.length <= 24 && WHAT.test(words)
    ? TERMS.flatMap(([term, pattern]) => (pattern.test(words) ? [term] : []))
    : [];
}

/** “啥叫强制险”, “认可是什么意思”. */
export function termAsked(text: string): (typeof TERMS)[number][0] | undefined {
  const words = plain(text);
  if (words.length > 24 && !/^[ -~]+$/.test(words)) return undefined;
  return WHAT.test(words) ? TERMS.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
}
