/** What people were doing tells the part of the day: “八点左右 吃完晚饭出去遛弯” was in the evening. */
import type { TimeSpan } from './time-calendar.ts';
import type { Phrase } from './time-phrase.ts';

/** Deeds with the hours in which they are done. */
const HINTS: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/晚饭|夜宵|宵夜|天(?:都|已经)?黑|路灯|夜市|广场舞|晚自习|晚高峰/, 17, 23],
  [/早饭|早餐|早市|早点摊|晨练|晨跑|送孩子|去上学|上学路|早高峰|上早班/, 5, 11],
  [/放学|接孩子|午睡/, 13, 18],
  [/午饭|午休/, 11, 14],
];
const REACH = 24;
const hourOf = (span: TimeSpan): number => Number(span.start.slice(11, 13));

/** The readings of a clock time without a part of the day, that which fits the deed first. */
export function hinted(text: string, phrase: Phrase, spans: readonly TimeSpan[]): readonly TimeSpan[] {
  if (spans.length < 2 || !phrase.clock || phrase.parts.length > 0) return spans;
  const around = text.slice(Math.max(0, phrase.start - REACH), phrase.end + REACH);
  const hint = HINTS.find(([deed]) => deed.test(around));
  const fitting = hint && spans.find((span) => hourOf(span) >= hint[1] && hourOf(span) <= hint[2]);
  return fitting ? [fitting, ...spans.filter((span) => span !== fitting)] : spans;
}
