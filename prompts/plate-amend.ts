/** A sign of a plate that was already given is another one: “最后一位是8不是6”, “尾号是68”, “the last digit is 8, not 6”. */
import { problem, type Read, value } from './kind.ts';
import { normal } from './normal.ts';
import { digitOf } from './numerals.ts';

const SIGNS = '[a-z0-9一二三四五六七八九零〇两幺]{1,3}';
const IS = '(?:应该|其实|实际)?(?:[是为:]|写成|改成|改为)+ ?(?:数字|字母)?';
/** Which sign: from the end, or from the beginning with the province as the first. */
const PLACE =
  '(最后|末尾?|尾号?|倒数第?[一二两三]|第[二三四五六七八])(?:[一1]?[位个]|那[一个]?位?|号)?(?:数字?|号码?|字母|字)?';
const POSITION = new RegExp(`${PLACE}[ ,]?(?:不是 ?${SIGNS}[ ,]{0,2}(?:而|应该)?)?${IS}(${SIGNS})(?![a-z0-9])`);
const IN_ENGLISH =
  /(?:last (?:digit|character|letter|sign|number)s?|(?:it )?ends?)(?: (?:is|should be|in|with|are))+ ([a-z0-9]{1,3})(?![a-z0-9])/;
/** “是8不是6”, “不是6是8”, “it is 8 not 6”: where the plate has the old sign once. */
const INSTEAD = new RegExp(`[是为] ?(${SIGNS}) ?[,，]? ?(?:而)?不是 ?(${SIGNS})(?![a-z0-9])`);
const NOT_THAT = new RegExp(`不是 ?(${SIGNS}) ?[,，]? ?(?:而|应该)?是 ?(${SIGNS})(?![a-z0-9])`);
const NUMBERS = '一二三四五六七八';

/** Undefined where the words speak of no single sign. `isPlate` says whether what comes of it is one. */
export function amendedPlate(
  before: string,
  text: string,
  isPlate: (plate: string) => boolean,
): Read<string> | undefined {
  const words = normal(text.slice(0, 200)).text;
  const put = placed(before, words) ?? swapped(before, words);
  if (put === undefined) return undefined;
  return isPlate(put) ? value(put) : problem('notAPlate');
}

function placed(before: string, words: string): string | undefined {
  const [, where = '', said = ''] = POSITION.exec(words) ?? [];
  const inEnglish = IN_ENGLISH.exec(words)?.[1];
  const signs = signsOf(inEnglish ?? said);
  if (signs === '') return undefined;
  const at = inEnglish === undefined ? placeOf(where, before, signs) : before.length - signs.length;
  return at < 2 ? undefined : before.slice(0, at) + signs + before.slice(at + signs.length);
}

/** “第三位” is behind the province and the letter, “倒数第二位” from the end. */
function placeOf(where: string, before: string, signs: string): number {
  const nth = NUMBERS.indexOf((where.at(-1) ?? '').replace('两', '二'));
  if (where.startsWith('第')) return nth;
  return before.length - (where.startsWith('倒数') ? nth + 1 : signs.length);
}

function swapped(before: string, words: string): string | undefined {
  const [first, second] = [INSTEAD.exec(words), NOT_THAT.exec(words)];
  const [fresh, old] = first ? [first[1], first[2]] : [second?.[2], second?.[1]];
  const [put, out] = [signsOf(fresh ?? ''), signsOf(old ?? '')];
  if (put === '' || out === '' || put.length !== out.length) return undefined;
  const at = before.indexOf(out, 2);
  return at < 0 || before.indexOf(out, at + 1) >= 0
    ? undefined
    : before.slice(0, at) + put + before.slice(at + out.length);
}

const signsOf = (said: string): string =>
  [...said].map((sign) => (/[a-z0-9]/.test(sign) ? sign.toUpperCase() : String(digitOf(sign) ?? ''))).join('');
