/** How people speak of a sum that a hospital asks for: more or less of it, their own, one that is taken back, as a telephone hears it. */
import { choice } from './choice.ts';
import type { Now } from './kind.ts';
import { money } from './money.ts';
import { injuredState } from './vocabulary-people.ts';

/** “再加五千”, “金额少写了五千”: by so much more or less than what stands there. */
export const byHowMuch = (text: string): 'more' | 'less' | undefined =>
  /再加|又加|加了|加上|少(?:写|填|算|报|说)了|追加|\badd\b/i.test(text) && !/一共|总共|改成|改为/.test(text)
    ? 'more'
    : /(?:^|[,，])减|再减|少掉|去掉|多(?:写|填|算|报|说)了/.test(text)
      ? 'less'
      : undefined;

/** “我只有五千”, “已经交了两万”, “司机垫了两万”, “家属说要2万”: her own money, what was paid, what others demand; the hospital asks for none of it. */
const OWN = [
  /(?:我|我们|家里|手上|手里)[^,，。]{0,3}(?:只有|就有|只剩|就剩|卡里|手头|凑了|带了|先拿|先出|能出)|我想先/,
  /(?:交|付|垫|给|掏|转|缴)(?:了|过)(?!多少)/,
  /(?:家属|伤者|对方|他们)[^,，。]{0,6}(?:要|开口|说)[^,，。]{0,3}(?:\d|[一二两三四五六七八九十])|私了|一次性|了结|赔偿|营养费|误工/,
  /\b(?:already )?paid\b|settle privately/i,
];
const IN_ALL = /一共|总共|合计|现在要|改成|应该是|in (?:all|total)/i;
const isOwn = (text: string): boolean => !IN_ALL.test(text) && OWN.some((one) => one.test(text));

/** What of the words the hospital may ask for: “要交五万，我们已经交了八千” less the second half. */
export const ofHospital = (text: string): string =>
  text
    .split(/(?<!\d)[,，]|[。;；\n]/)
    .filter((clause) => !isOwn(clause))
    .join('，')
    .trim();

export const isOwnMoney = (text: string): boolean => isOwn(text) && ofHospital(text) === '';

/** “不是 是六万”. */
const BUT = /^不(?:是|对)[,，\s]{0,2}(?:应该)?是?\s?([^,，。]{1,12})$/;
export function sumInstead(said: string, now: Now): number | undefined {
  const words = BUT.exec(said.trim())?.[1];
  const read = words === undefined ? undefined : money().read({ text: words, files: [] }, now);
  return read?.kind === 'value' ? read.value.fen : undefined;
}

/** “不是5万是58000”. */
const NOT_BUT = /不是\s?[^,，。是]{1,8}[,，\s]{0,2}(?:而|应该)?是\s?([^,，。]{1,12})/;
const TOTAL_BEFORE = /(?:总共|一共|合计|现在)(?:是|要|得|欠)?\s?$/;
/** “是四万不是三万五”, “刚交了两万，现在总共要7万”: the one that is not taken back, or the total. */
export function sumKept(said: string, now: Now): number | undefined {
  const all = money().find(said, now);
  const total = all.filter(({ span: [start] }) => TOTAL_BEFORE.test(said.slice(0, start)));
  if (all.length === 2 && total.length === 1) return total[0]?.value.fen;
  const instead = NOT_BUT.exec(said)?.[1];
  const read = instead === undefined ? undefined : money().read({ text: instead, files: [] }, now);
  if (read?.kind === 'value') return read.value.fen;
  const kept = all.filter(({ span: [start] }) => !/不是\s?$/.test(said.slice(0, start)));
  return all.length === 2 && kept.length === 1 ? kept[0]?.value.fen : undefined;
}

/** “医生让交的”, “医院催”. */
const HOSPITAL_ASKS =
  /(?:医院|医生|护士|大夫|收费处|住院部)[^,，。;；]{0,4}(?:让|要|催|叫)[^,，。;；]{0,4}(?:交|缴|付|钱|的)/;
export const hospitalAsks = (said: string): boolean => HOSPITAL_ASKS.test(said);

/** “3，5万” as it is heard by a telephone. */
export const spoken = (text: string): string => text.replace(/(\d)\s?[，,。.]\s?(\d)(?=\s?[万wW])/g, '$1.$2');

/** “他现在进ICU了”, “算了还是住院”: how the patient is now, while all is read back. */
export function stateNow(said: string, now: Now): string | undefined {
  if (!/现在|进了?|转[到进去入]|还是|改成|\bnow\b|\bmoved\b|in the icu/i.test(said)) return undefined;
  const [found, ...others] = choice(injuredState).find(said, now);
  return found && found.value !== 'unknown' && others.every(({ value }) => value === found.value)
    ? found.value
    : undefined;
}

/** “那八千呢”. */
export const asksBack = (text: string): boolean => /[呢吗么?？]$/.test(text.trim());
