/** “时间填错了”: which answer of a report the words name. */

import { byHowMuch } from '../prompts/advanceSum.ts';
import { asksSomething } from '../prompts/asking.ts';
import { choice } from '../prompts/choice.ts';
import type { Now } from '../prompts/kind.ts';
import { reportField } from '../prompts/vocabularyScene.ts';

/** What stands behind “不对，” or “应该是”; undefined where nothing is taken back. */
export { restated as newWordsIn } from '../prompts/restated.ts';

type ReportField = (typeof reportField.options)[number];

/** “我不是司机，我是车主”: who speaks, without naming the question. */
const WHO =
  /^[^,，。;；]{0,6}(?:我(?:其实|并)?(?:不是|是)|i am|i'm)[^,，。;；]{0,6}(?:司机|驾驶|开车|车主|投保人|被保险人|家属|家人|伤者|受伤|路人|乘客|driver|owner|policyholder|passenger|injured|family|witness)/i;

export function fieldIn(text: string, now: Now): ReportField | undefined {
  const named = choice(reportField).find(text, now)[0]?.value;
  // “没报警” names the answer too, whatever it denies.
  return named ?? (WHO.test(text) ? 'role' : /报警|报了警|police/i.test(text) ? 'police' : undefined);
}

/** “对的，不过医院是湘雅二”: what stands behind the yes. */
export const behindYes = (text: string): string =>
  text.replace(/^\s*(?:对的?|都对|没错|没问题|好的?|是的|可以)[，,\s]*(?:不过|就是|只是|但是|但)[，,\s]*/, '');

/** A number or a plate of somebody else: “他的电话错了”, “对方的车牌”. */
export const isAnothers = (text: string): boolean =>
  /对方|[他她]|老[公婆]|爸|妈|儿子|女儿|司机|朋友|同事|家属|医院|his|her|their|wife|husband/i.test(text);

export const namesPolice = (text: string): boolean => /报警|报了警|交警|警察|police/i.test(text);

/** What a colleague's question is about now or later is no field of the report: “现在在哪家医院”, “明天什么时间方便”. */
const NOT_THEN =
  /医院|住院|病房|科室|方便|现在|今后|以后|打电话|通话|接电话|明天|后天|下午来|回电|联系您|改天|面谈|签|送到|寄|hospital|ward|convenient|available|\bnow\b|tomorrow|later|call you|meet/i;

/** Asks when somebody may be called: the answer is no time of the accident. */
export const asksWhenToCall = (text: string): boolean =>
  text.length <= 100 &&
  !/事故|出事|出险|发生|撞|accident|happen/i.test(text) &&
  /电话|联系您|回电|接听|方便|有空|\bcall\b|reach you|convenient/i.test(text) &&
  /几点|什么时[候间]|啥时候|何时|时间|when|what time/i.test(text);

/** Which field a question of one sentence plainly asks for. */
export function asksForField(text: string, now: Now): ReportField | undefined {
  if (text.length > 60 || !(/[?？]/.test(text) || asksSomething(text)) || NOT_THEN.test(text)) return undefined;
  const field = fieldIn(text, now);
  // Any words answer “how did it happen”: she sends the suggested question for that.
  return field === 'what' ? undefined : field;
}

/** The answer is named at the beginning and taken back at once: “时间不对”, “电话写错了”; in “他看错了灯” nothing is. */
export function correctsAtOnce(text: string, now: Now): boolean {
  const taken = /不对|[填写说输记点打搞弄]?错了|有误|不准|应该是|不是|wrong|incorrect|should be/i.exec(
    text.slice(0, 20),
  );
  return taken !== null && fieldIn(text.slice(0, taken.index), now) !== undefined;
}

/** “文三路” in “不是文三路，是文二路口”. */
export const takenBackIn = (text: string): string | undefined =>
  /不是\s?([^\s，,。;；]{2,16})[\s，,。;；]{1,3}(?:而|应该|其实)?是/.exec(text.slice(0, 80))?.[1];

/** In the order in which they are asked; the first that is named. */
const OF_ADVANCE: readonly (readonly [string, RegExp])[] = [
  ['asked', /不是\S{0,4}[万千]|[万千]\S{0,3}不是|金额|数目|数额|钱数|多少钱|\bamount\b|\bsum\b/i],
  ['askedBy', /谁(?:说|要|催)|不是[^,，。]{1,4}(?:要|催|说|让)的|who asked/i],
  ['purpose', /的钱[,，]?\s?是|不是手术|用途|用在|做什么用|\bpurpose\b/i],
  ['ward', /床号?|科室|病房|\bward\b|\bbed\b/i],
  ['hospital', /医院|\bhospital\b/i],
  ['state', /伤情|\binjury\b/i],
];
/** Which answer to the questions about money for treatment the words name. */
export const advanceFieldIn = (text: string): string | undefined =>
  byHowMuch(text) !== undefined ? undefined : OF_ADVANCE.find(([, pattern]) => pattern.test(text.slice(0, 80)))?.[0];
