/** The new value in a correction: what stands behind “改成”, “应该是”, “不对，”, “should be”. */

/** Behind the last of these stands the new value, whatever was said before. */
const INSTEAD =
  /改成|改为|改到|换成|更正为|更正成|应该是|应当是|应该在|其实是|其实在|实际是|实际在|正确的是|而是|should be|should read|is actually|change (?:it|that|the [a-z ]{1,20}?) to|(?:changed|corrected) to/g;
/** Behind these stands the new value, once the clause that takes back the old one has ended. */
const TAKEN_BACK =
  /不对|不正确|有误|有问题|不准|[填写说输选记点打搞弄看]?错了?|不是|isn't|is not|is wrong|was wrong|wrong|incorrect|not right|not correct/g;
const LEAD = /^(?:[\s,，.。;；:：、!！是]|应该|其实|在是|号码是|it is|it's|it was)+/i;

/** Undefined where the words only say that something is wrong. */
export function restated(text: string): string | undefined {
  const given = text.slice(0, 4_000);
  const instead = [...given.matchAll(INSTEAD)].at(-1);
  const taken = instead ? undefined : [...given.matchAll(TAKEN_BACK)].at(-1);
  const rest = instead ? after(given, instead) : taken ? behindClause(after(given, taken), taken[0]) : undefined;
  const words = rest?.replace(LEAD, '').trim() ?? '';
  return words === '' ? undefined : words;
}

const after = (text: string, match: RegExpMatchArray): string => text.slice((match.index ?? 0) + match[0].length);

/** “不是司机，我是车主”: behind the comma; “填错了在人民路”: at once. */
function behindClause(rest: string, word: string): string | undefined {
  const end = rest.search(/[\s,，。;；:：!！]/);
  const denies = word === '不是' || /not$|n't$/.test(word);
  if (end < 0) return denies ? undefined : rest;
  return denies ? rest.slice(end) : rest;
}
