/** “明天下午三点给我打电话”: a wish to be called, and when. */
import { asksSomething } from '../prompts/asking.ts';
import type { bestTime } from '../prompts/vocabulary.ts';

type Slot = (typeof bestTime.options)[number];

const CALL_ME =
  /(?:给|帮|跟|和)我(?:来|打|回)(?:个|一个)?(?:电话|手机)|打(?:个)?(?:电话)?给我|打我(?:的)?(?:电话|手机|号码)|回(?:个)?电(?:话)?给我|给我回(?:个)?电|(?:call|phone|ring) me/i;
/** Told of others, taken back, or complained of. */
const NO_WISH = /[不别没]|昨天|刚才|说会|说要|会给我|已经|等着?(?:你|您)|n't|not |nobody|will call/i;

/** Asks to be called, in the clause itself. */
export const wishesCall = (text: string): boolean => !asksSomething(text) && callClause(text) !== undefined;

function callClause(text: string): string | undefined {
  const clause = text
    .slice(0, 200)
    .split(/[,，。;；!！\n]/)
    .find((one) => CALL_ME.test(one));
  return clause === undefined || NO_WISH.test(clause) ? undefined : clause;
}

/** Half a day as it is offered; undefined where none is named, or one further on. */
export function callTimeIn(text: string): Slot | undefined {
  const clause = callClause(text) ?? '';
  if (/后天|下周|周[一二三四五六日天]|星期|号|next week/i.test(clause)) return undefined;
  const late = /下午|中午|午后|傍晚|afternoon|noon/i.test(clause);
  const early = /上午|早上|早晨|一早|明早|morning/i.test(clause);
  if (/明[天早儿]|下个?(?:上班|工作)日|tomorrow|next working day/i.test(clause))
    return late ? 'nextAfternoon' : early ? 'nextMorning' : undefined;
  if (late || early) return late ? 'afternoon' : 'morning';
  return /现在|马上|立刻|尽快|随时|right now|as soon as/i.test(clause) ? 'now' : undefined;
}

/** “她电话多少”, “司机电话给我”: of somebody else in the claim. */
export const asksForNumber = (text: string): boolean =>
  text.length <= 24 &&
  /(?:她|他|司机|车主|对方|伤者|家属|先生|女士|大哥|大姐)的?(?:电话|手机|号码|联系方式)(?:号码?)?(?:是)?(?:多少|几号|给我|发我|有吗)|(?:his|her|driver's) (?:phone|number)\?/i.test(
    text,
  );
