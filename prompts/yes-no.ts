/** Yes or no, as people say it: “嗯”, “没错”, “没有”, “不是”, “yep”. */
import { leavesOpen } from './answers-nothing.ts';
import { asksSomething } from './asking.ts';
import { list } from './choice.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { bare, normal } from './normal.ts';
import { saidOf } from './yes-no-about.ts';

export type Answer = 'yes' | 'no';

const YES = list(`
  是, 是的, 是啊, 是滴, 嗯, 嗯嗯, 恩, 嗯呢, 对, 对的, 对对, 对头, 对啊, 没错, 没有错, 不错, 没问题, 没毛病, 当然, 当然有, 必须, 好, 好的, 好滴, 好啊, 好吧, 有, 有的, 有过,
  要, 要的, 要得, 需要, 行, 可以, 可以的, 能, 得, 中, 成, 同意, 愿意, 确认, 确认无误, 确定, 确实, 属实, 正是, 报了, 报过, 打了, 打过, 说了, 说过, 动了, 动过, 移了, 移动了, 挪了, 挪过, 做了, 做过, 去了,
  签了, 有啊, 已经, 已经打了, 系, 系呀, 系嘅, 冇错, 1, y, yes, yep, yeah, yup, ya, sure, ok, okay, right, correct, true, of course, certainly, definitely, i did, i do, i have, we did, we have, it is, it was, affirmative`);
const NO = list(`
  不, 不是, 不是的, 不对, 不行, 不要, 不用, 不需要, 不可以, 不能, 不会, 不同意, 不愿意, 不答应, 不确认, 不必, 不了, 不成, 不得, 不在, 没, 没有, 没有的, 没有的事, 没有过, 没啊, 没呢, 没得, 没报, 没打, 没说, 没动, 没移, 没挪,
  没做, 没去, 没签, 还没, 还没有, 尚未, 未, 未曾, 从未, 并没有, 并未, 并不是, 暂时没有, 否, 否定, 非, 无, 别, 才不, 哪有, 错, 错了, 冇, 唔系, 唔要, 唔使, 唔得, 唔同意, 2, n, no, nope, nah, not, never, none,
  not yet, no way, incorrect, wrong, false, i didn't, didn't, did not, i don't, don't, do not, haven't, have not, isn't, wasn't, was not, is not, negative`);
/** Words with a sign of yes or no in them that say neither. */
const NEITHER = list(`
  不好意思, 不过, 不但, 不仅, 不管, 不然, 不知道, 不清楚, 不确定, 不记得, 不晓得, 不知, 不太清楚, 有没有, 是不是, 对不对, 好不好, 要不要, 行不行, 能不能, 可不可以, 会不会, 没事, 没关系, 没什么, 要不, 要是, 对方, 对面, 对于, 好像, 好几,
  可能, 能否, 是否, 还是, 但是, 可是, 就是, 只是, 于是, 不好说, 还没想好, 没想好, 没听懂, 没看懂, 不懂, 不明白, 别人, 别的, 无所谓, 有人, 有点, 没准, 说不定, 不太确定, 不太记得, 不大清楚, 不一定, 差不多, 没看清, 没注意, not sure, don't know, do not know, no idea`);

const SIGNS = new Map<string, Answer | 'neither'>([
  ...YES.map((word) => [word, 'yes'] as const),
  ...NO.map((word) => [word, 'no'] as const),
  ...NEITHER.map((word) => [word, 'neither'] as const),
  ...(['👍', '👌', '✅', '🆗', '✔'] as const).map((sign) => [sign, 'yes'] as const),
  ...(['👎', '❌', '🙅', '✖'] as const).map((sign) => [sign, 'no'] as const),
]);
const escaped = (word: string): string => (/^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${word}(?![a-z0-9'])` : word);
const PATTERN = new RegExp(
  [...SIGNS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|'),
  'g',
);
/** One character says it only at the head of a clause: “能” in “什么时候能赔” is no yes. */
const ALONE = /^[^不没冇否嗯恩]$/;
const HEAD = /(?:^|[,。.!;、\s]|我们?|都|也|就|该|像|实|定|然)$/;
const QUESTION = /[?吗]|什么|多久|多少|怎么|为啥|为何|哪|几时|\b(?:what|when|how|why|who|where)\b/;
/** Whoever writes more than this tells something, and answers no yes-or-no question. */
const SHORT = 20;
/** Little words that may stand in the clause of an answer: “应该是”, “没有移动”, “已经报过警了”. */
const AROUND =
  /不好意思|不太|应该|好像|大概|可能|确实|当时|目前|现在|暂时|真的|已经|都|我们?|也|就|还|的|了|过|啊|呀|呢|吧|哦|哈|报警|报案|警|报|打|叫|移动|移|挪动|挪|动|车|做|签|[\s\p{P}\p{S}\p{M}\u200d]|(?<![a-z])(?:i|we|so|sir|please|thanks|thank you|well|yet|think|it|just)(?![a-z])/gu;
const POLITE = /^(?:不好意思|对不起|你好|您好|请问|那个|这个|呃|额|sorry|hello|hi)$/;

interface Sign {
  readonly answer: Answer;
  readonly start: number;
  readonly end: number;
}

function signs(text: string): Sign[] {
  return matches(PATTERN, text).flatMap((match) => {
    const answer = SIGNS.get(match[0]);
    if (ALONE.test(match[0]) && !HEAD.test(text.slice(Math.max(0, match.index - 3), match.index))) return [];
    return answer === 'yes' || answer === 'no'
      ? [{ answer, start: match.index, end: match.index + match[0].length }]
      : [];
  });
}

/** “嗯，没有” is no: a no anywhere outweighs the nod before it. */
const decisive = (found: readonly Sign[]): Sign | undefined => found.find((sign) => sign.answer === 'no') ?? found[0];

/** “是的，什么时候能赔” answers before it asks. */
const standsAlone = (text: string, sign: Sign): boolean =>
  sign.start === 0 && /^(?:$|[,。.!; ])/.test(text.slice(sign.end));

/** The clauses that are a yes or no and little else, from the first on: “没有，他跑了” has one, “我没去过那里” none. */
function explicit(text: string): Sign | undefined {
  const said: Sign[] = [];
  for (const { 0: clause, index } of text.slice(0, 2 * SHORT).matchAll(/[^,。.!;、\n]+/g)) {
    if (POLITE.test(clause.trim())) continue;
    const found = signs(clause);
    let rest = clause;
    for (const { start, end } of [...found].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
    if (found.length === 0 || rest.replace(AROUND, '') !== '') break;
    said.push(...found.map((sign) => ({ ...sign, start: index + sign.start, end: index + sign.end })));
  }
  return decisive(said);
}

/** What a normal text answers; a sentence about the asked action must not say the contrary of its yes or no. */
function answerIn(text: string, about: RegExp | undefined): Sign | undefined {
  const plain = explicit(text);
  const asks = QUESTION.test(text.slice(0, 2 * SHORT).replaceAll('没多久', ''));
  if (asks && plain && standsAlone(text, plain)) return plain;
  if (asks || (!plain && asksSomething(text))) return undefined;
  const told = about && saidOf(about, text.slice(0, MOST));
  // “不是我报的警” is one clause, and tells more than its 不是.
  const apart = told && plain && /[,。;]/.test(text.slice(plain.end, told.start));
  if (apart && told.answer !== plain.answer) return undefined;
  return told ?? plain;
}
const MOST = 200;

/** `about`: the asked action, so that a sentence that tells of it is an answer (“交警来过了”). */
export function yesNo({ about }: { readonly about?: RegExp } = {}): Kind<Answer> {
  return {
    kind: 'yesNo',
    find: (text): readonly Found<Answer>[] => {
      const plain = normal(text);
      const sign = plain.text.trim().length <= SHORT ? answerIn(plain.text, about) : undefined;
      return sign ? [{ value: sign.answer, span: plain.span(sign.start, sign.end) }] : [];
    },
    read: ({ text }: Input): Read<Answer> => {
      const sign = leavesOpen(text) ? undefined : answerIn(bare(text), about);
      return sign ? value(sign.answer) : problem('notYesNo');
    },
    accepts: (v): v is Answer => v === 'yes' || v === 'no',
    choices: ['yes', 'no'],
  };
}
