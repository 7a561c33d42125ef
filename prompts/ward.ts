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
