/** Where in a hospital somebody lies, in her own words: “骨科12床”, “ICU 6床”. A sum of money is none. */
import { type Found, type Input, type Kind, type Now, problem, type Read } from './kind.ts';
import { money } from './money.ts';
import { text } from './text.ts';

const LONGEST = 40;
const WARD =
  /(?:ICU|重症(?:监护)?室?|[\p{Script=Han}]{1,5}(?:科|病区|区))\s?(?:\d{1,4}\s?[床号房]|[一二三四五六七八九十]{1,3}床)/iu;
/** Of a whole sentence only behind the name of the hospital. */
const INTENSIVE = /ICU|重症监护室/iu;

export function ward(): Kind<string> {
  const words = text({ min: 1, max: LONGEST });
  const isSum = (said: string, now: Now): boolean =>
    money().find(said, now).length > 0 && !/[床科室区楼]|ward|bed/i.test(said);
  const find = (said: string): readonly Found<string>[] => {
    const from = Math.max(0, said.lastIndexOf('院') + 1);
    const rest = said.slice(from, from + 400);
    const found = WARD.exec(rest) ?? (from > 0 ? INTENSIVE.exec(rest) : null);
    if (!found) return [];
    const start = from + found.index;
    return [{ value: found[0].trim(), span: [start, start + found[0].length] }];
  };
  const read = (input: Input, now: Now): Read<string> =>
    isSum(input.text, now) ? problem('noWords') : words.read(input, now);
  return { ...words, find, read };
}

const DEPARTMENT =
  /(?:(?:神经|脑|普|胸|心|泌尿|肝胆|手|脊柱|血管|显微)?外|(?:神经|心)?内|(?:创伤)?骨|创伤|呼吸|消化|急诊|康复|烧伤|整形|口腔|眼|儿|妇产?|产|疼痛|重症医学|肾内?|关节|耳鼻喉)科|ICU|重症(?:监护室?|室)/iu;
const BED = /(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s?[床号房]/u;

/** Of a sentence that tells where she lies now: the department, the bed, or both; of the name of a hospital nothing. */
export function bedIn(said: string): string | undefined {
  const rest = said.slice(Math.max(0, said.lastIndexOf('院') + 1)).slice(0, 400);
  const [full] = ward().find(rest, { at: 0 });
  return full?.value.replace(LEADS, '') ?? DEPARTMENT.exec(rest)?.[0] ?? BED.exec(rest)?.[0];
}
const LEADS = /^.*[在到去进换转了是](?=.)/u;

/** A bed alone stands in the department that was told before. */
export function bedNow(before: string | undefined, said: string): string {
  const department = /^(?:\d|[一二三四五六七八九十]{1,3}\s?[床号房])/.test(said) ? before?.replace(BED, '').trim() : '';
  return department ? `${department}${said}` : said;
}
