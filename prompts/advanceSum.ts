/** How people speak of a sum that a hospital asks for: more or less of it, their own, one that is taken back, as a telephone hears it. */
import type { Now } from './kind.ts';
import { money } from './money.ts';

/** “再加五千”, “金额少写了五千”: by so much more or less than what stands there. */
export const byHowMuch = (text: string): 'more' | 'less' | undefined =>
  /再加|又加|加了|加上|少(?:写|填|算|报|说)了|追加|\badd\b/i.test(text) && !/一共|总共|改成|改为/.test(text)
    ? 'more'
    : /(?:^|[,，])减|再减|少掉|去掉|多(?:写|填|算|报|说)了/.test(text)
      ? 'less'
      : undefined;

/** “我只有五千”: her own money, and nothing that the hospital asks for. */
export const isOwnMoney = (text: string): boolean =>
  /(?:我|我们|家里|手上|手里)[^,，。]{0,3}(?:只有|就有|只剩|凑了|带了|先拿|先出|能出)|我想先/.test(text);

/** “是四万不是三万五”: the one that is not taken back. */
export function sumKept(said: string, now: Now): number | undefined {
  const all = money().find(said, now);
  const kept = all.filter(({ span: [start] }) => !/不是\s?$/.test(said.slice(0, start)));
  return all.length === 2 && kept.length === 1 ? kept[0]?.value.fen : undefined;
}

/** “医生让交的”, “医院催”. */
const HOSPITAL_ASKS =
  /(?:医院|医生|护士|大夫|收费处|住院部)[^,，。;；]{0,4}(?:让|要|催|叫)[^,，。;；]{0,4}(?:交|缴|付|钱|的)/;
export const hospitalAsks = (said: string): boolean => HOSPITAL_ASKS.test(said);

/** “3，5万” as it is heard by a telephone. */
export const spoken = (text: string): string => text.replace(/(\d)\s?[，,。.]\s?(\d)(?=\s?[万wW])/g, '$1.$2');
