/** Whether a sentence that holds the asked action says it was done: “司机报了警”, “haven't called the police”. */
import type { Answer } from './yes-no.ts';

export interface Said {
  readonly answer: Answer;
  readonly start: number;
  readonly end: number;
}

/** Words with a sign of “no” in them that say none, and “不是我报的警”: somebody else did. */
const HARMLESS =
  /不(?:久|过|一会|仅|但)|没(?:多久|一会|过多久|等|事|关系|问题|大碍)|不是(?=[^,]{0,6}报的警)|not only|no problem/g;
const NOT = /[没未不别无冇甭]|(?<![a-z])(?:not?|never|nobody|without)(?![a-z])|n't/;
/** Not done yet, unless 了 or 过 follows. */
const AHEAD =
  /准备|打算|马上|正要|正在|等下|等会|待会|一会|回头|稍后|再$|去$|要|想|能|会|应该|让|劝|(?<![a-z])(?:will|to|gonna|should|could|can|may)(?![a-z])|'ll/;
const DONE = /^(?:电话)?[了过]|^来|^到|^处理|^已经|^在/;
/** “警没报”, “122 打不通”, “police not called” – but “交警还没来” tells that they were called. */
const NOT_AFTER =
  /^ ?(?:电话)?[都也还一直]{0,2}(?:没有?|未|不)(?:人)?(?:报|打|叫|通知|敢|想|肯)|^ ?(?:电话)?(?:打不通|没打通|占线)|^ (?:was |were |has |have |is |are )?(?:not|n't|never)(?: yet)?(?: been)? (?:called|told|informed)/;
/** “不知道报没报警”, “可能报警了”. */
const DOUBT =
  /不知道|不清楚|不确定|不晓得|不记得|忘了|可能|也许|好像|是否|报没报|如果|要是|know|sure|maybe|perhaps|if /;

/** Undefined where the sentence holds no such action, leaves it open, or says both. `text` is normal. */
export function saidOf(about: RegExp, text: string): Said | undefined {
  if (DOUBT.test(text)) return undefined;
  const all = [...text.matchAll(new RegExp(about.source, 'g'))].map((match) => said(text, match));
  const [last] = all.slice(-1);
  const changed = /后来|刚刚|(?<!刚)才|(?<![a-z])(?:then|later)(?![a-z])/.test(text);
  return last && (changed || all.every(({ answer }) => answer === last.answer)) ? last : undefined;
}

function said(text: string, match: RegExpExecArray): Said {
  const [start, end] = [match.index, match.index + match[0].length];
  const clause =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[,。;!?\n]/)
      .at(-1) ?? '';
  const before = `${clause}${match[0]}`.replace(HARMLESS, '').slice(0, -match[0].length);
  const after = text.slice(end, end + 30);
  const done = DONE.test(after) || /[了过的]警$/.test(match[0]);
  const no = NOT.test(before) || NOT_AFTER.test(after) || (!done && AHEAD.test(before));
  return { answer: no ? 'no' : 'yes', start, end };
}
