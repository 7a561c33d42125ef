/** The new value in a correction: what stands behind “改成”, “应该是”, “不对，”, “时间是”, “should be”. */
import { matches } from './matches.ts';

/** Behind the last of these stands the new value, whatever was said before. */
const INSTEAD =
  /改成|改为|改到|换成|更正为|更正成|应该是|应当是|应该在|其实是|其实在|实际是|实际在|正确的是|而是|should be|should read|is actually|(?:changed|corrected) to/g;
const CHANGE_TO = /change (?:[a-z]{1,20} ){1,5}to(?![a-z])/g;
/** Behind these stands the new value, once the clause that takes back the old one has ended. */
const TAKEN_BACK =
  /不对|不正确|有误|有问题|不准|[填写说输选记点打搞弄看]?错了?|不是|isn't|is not|is wrong|was wrong|wrong|incorrect|not right|not correct/g;
const LEAD = /^(?:[\s,，.。;；:：、!！是]|应该|其实|在是|号码是|it is|it's|it was)+/i;
/** The name of an answer with “is” behind it, at the head of the message. */
const FIELD =
  /^\s*(?:[那我]|我的|对方的?|正确的?|事故|出险|受伤|伤者|联系|the |my |correct ){0,2}(?:时间|日期|地点|地址|位置|电话|手机号?|号码|车牌号?|身份|姓名|名字|人数|经过|保单号?|医院|金额|(?:number|amount) of [a-z]{1,20}(?: people)?|time|date|place|location|address|phone(?: number)?|plate(?: number)?|name|hospital|role|number)(?:\s*(?:是|为|:|：)|\s+(?:is|was|are)\s)(?!不|not |wrong|incorrect)/i;
/** “是两个人，不是三个”, “two, not one”: what is taken back behind the new value. */
const NOT_THAT = /而?不是|[,，] ?not /g;
const SAYS_IT_IS = /^\s*(?:是|it is |it's |it was )/i;
/** “wrong plate, it is…”: the word behind “wrong” names what is wrong. */
const WHAT_IS_WRONG = /^ [a-z ]{1,30}(?=[,.;:，。；：])/i;

/** Undefined where the words only say that something is wrong. */
export function restated(text: string): string | undefined {
  const given = text.slice(0, 4_000);
  const words = newWords(given)?.replace(LEAD, '').trim() ?? '';
  return words === '' ? undefined : words;
}

function newWords(given: string): string | undefined {
  const instead = [...matches(CHANGE_TO, given), ...matches(INSTEAD, given)].sort((a, b) => a.index - b.index).at(-1);
  if (instead) return withoutOld(after(given, instead));
  const field = FIELD.exec(given);
  if (field) return withoutOld(given.slice(field[0].length));
  if (SAYS_IT_IS.test(given) && withoutOld(given) !== given) return withoutOld(given);
  const taken = matches(TAKEN_BACK, given).at(-1);
  return taken && behindClause(after(given, taken), taken[0]);
}

const after = (text: string, match: RegExpMatchArray): string => text.slice((match.index ?? 0) + match[0].length);

function withoutOld(words: string): string {
  const denial = words.length > 200 ? undefined : matches(NOT_THAT, words).at(-1);
  if (!denial || denial.index === 0 || !/^[^我你他她,，。]{1,20}$/.test(after(words, denial))) return words;
  return words
    .slice(0, denial.index)
    .trimEnd()
    .replace(/[,，]$/, '');
}

/** “不是司机，我是车主”: behind the comma; “填错了在人民路”: at once. */
function behindClause(rest: string, word: string): string | undefined {
  const end = rest.search(/[\s,，。;；:：!！]/);
  const denies = word === '不是' || /not$|n't$/.test(word);
  if (end < 0) return denies ? undefined : rest;
  return denies ? rest.slice(end) : rest.replace(WHAT_IS_WRONG, '');
}
