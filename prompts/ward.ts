/** Where in a hospital somebody lies, in her own words: “骨科12床”, “ICU 6床”. A sum of money is none. */
import { type Found, type Input, type Kind, type Now, problem, type Read, value } from './kind.ts';
import { money } from './money.ts';
import { text } from './text.ts';

const LONGEST = 40;
const WARD =
  /(?:ICU|重症(?:监护)?室?|[\p{Script=Han}]{1,5}(?:科|病区|区))[\s,，、]{0,2}(?:\d{1,4}\s?[床号房]|[一二三四五六七八九十]{1,3}床)/iu;
/** “床号是21”. */
const NUMBERED = /床号?(?:是|为|:|：)\s?(\d{1,4})(?!\d)/;
/** What somebody who says where she lies writes; a few characters may be any short name of a ward. */
const BEDLIKE =
  /[\d床科室区楼层号病房内外骨脑胸心急重抢产儿]|中心|ICU|监护|走廊|ward|bed|unit|floor|room|surg|ortho|neuro|care|emerg/iu;
const LEAVES =
  /^(?:算了|不弄|不说|不知|等|急|烦|返回|取消|再说|没)|(?:怎么|什么|多少|吗|呢|[?？])|急死|没醒|转过来|刚从|[催说要让]的$|还没到|问不到|在路上|不弄了/u;
const mayBeBed = (said: string): boolean =>
  !LEAVES.test(said.trim()) && (BEDLIKE.test(said) || said.trim().length <= 4);
/** Of a whole sentence only behind the name of the hospital. */
const INTENSIVE = /ICU|重症监护室/iu;

export function ward(): Kind<string> {
  const words = text({ min: 1, max: LONGEST });
  const isSum = (said: string, now: Now): boolean =>
    money().find(said, now).length > 0 && !/[床科室区楼]|ward|bed/i.test(said);
  const find = (said: string): readonly Found<string>[] => {
    // Every stretch behind the name of a hospital, and one before any: “骨科12床，医院要…”.
    const stretches = said.slice(0, 800).split('院');
    let from = 0;
    for (const [i, stretch] of stretches.entries()) {
      const found = WARD.exec(stretch) ?? NUMBERED.exec(stretch) ?? (i > 0 ? INTENSIVE.exec(stretch) : null);
      const start = from + (found?.index ?? 0);
      if (found)
        return [
          { value: found[1] === undefined ? found[0].trim() : `${found[1]}床`, span: [start, start + found[0].length] },
        ];
      from += stretch.length + 1;
    }
    return [];
  };
  const read = (input: Input, now: Now): Read<string> =>
    isSum(input.text, now) || !mayBeBed(input.text) ? problem('noWords') : words.read(input, now);
  // “床号是21” stays in its department.
  const amend = (before: unknown, { text: said }: Input): Read<string> => {
    const [found] = find(said);
    return found ? value(bedNow(typeof before === 'string' ? before : undefined, found.value)) : problem('noWords');
  };
  return { ...words, find, read, amend };
}

const DEPARTMENT =
  /(?:(?:神经|脑|普|胸|心|泌尿|肝胆|手|脊柱|血管|显微)?外|(?:神经|心)?内|(?:创伤)?骨|创伤|呼吸|消化|急诊|康复|烧伤|整形|口腔|眼|儿|妇产?|产|疼痛|重症医学|肾内?|关节|耳鼻喉)科|普通病房|ICU|重症(?:监护室?|室)/iu;
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
