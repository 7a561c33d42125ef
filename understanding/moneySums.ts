/** Sums and shares in what is said of money: which of them are no bill and no payment. */

/** “我三者买了50万”, “50万是我保单的保额”: what is insured is no bill. */
export const withoutCover = (text: string): string => text.replace(COVER, ' ');
const COVER =
  /(?:三[者责]险?|商业险|全险|保额|保了|投保)[^,，。？?\d一二两三四五六七八九十百]{0,4}[\d一二两三四五六七八九十百]{1,6}万|[\d一二两三四五六七八九十百]{1,6}万(?:是)?(?:我)?(?:的)?(?:保单)?(?:的)?(?:保额|三[者责])/g;

/** Of a policy or a bill, and of nothing that was paid. */
export const ofOtherSums = (text: string): boolean =>
  /保额|(?:不是|没说)[^,，。]{0,4}(?:医药费|垫|付|给的?)|(?:医药|治疗|手术)费(?:现在|一共|才|已经)/.test(text);

/** “假如我定七成”, “按70%算”: the share that somebody supposes, in whole per cent. */
export function shareIn(text: string): number | undefined {
  const tenths = /([一二三四五六七八九])成/.exec(text)?.[1];
  const percent = /(\d{1,2})\s?%/.exec(text)?.[1];
  const share = tenths ? ('一二三四五六七八九'.indexOf(tenths) + 1) * 10 : Number(percent ?? 0);
  return share > 0 && share < 100 ? share : undefined;
}
