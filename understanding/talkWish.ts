/** What is wanted in a talk about a settlement or about money for treatment, in words that no list knows: a classifier of its own. */
import { linear } from './linear.ts';
import model from './model/talk.json' with { type: 'json' };
import { OF_BOTH, OF_MONEY, OF_SETTLEMENT, TALK_WISHES, type TalkWish } from './talkLabels.ts';

export interface TalkGuess {
  readonly wish: TalkWish;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The features that spoke most for it. */
  readonly evidence: readonly string[];
}

/** Which of the two is being held; undefined: perhaps neither. */
export type TalkOf = 'settlement' | 'money';

const judge = linear(model);
const own: Readonly<Record<TalkOf, ReadonlySet<TalkWish>>> = {
  settlement: new Set(OF_SETTLEMENT),
  money: new Set([...OF_MONEY, ...OF_BOTH]),
};
/** In the middle of a talk, words of something else are so much rarer than the lessons have them. */
const OF_ELSE = 0.3;

/** A turn asks several times of the same message. */
let last: {
  readonly text: string;
  readonly powers: Float64Array;
  readonly evidence: (at: number) => readonly string[];
};

export function talkGuess(text: string, of?: TalkOf): TalkGuess {
  if (last?.text !== text) last = { text, ...judge(text) };
  const { powers, evidence } = last;
  const weighed = TALK_WISHES.map(
    (wish, i) => (powers[i] ?? 0) * (of === undefined || own[of].has(wish) ? 1 : OF_ELSE),
  );
  const most = Math.max(...weighed);
  const at = weighed.indexOf(most);
  const confidence = most / weighed.reduce((sum, one) => sum + one, 0);
  return { wish: TALK_WISHES[at] ?? 'none', confidence, evidence: evidence(at) };
}

/** From here on the classifier goes before the lists of words; docs/understanding.md has how often it is right. */
const SURE: Readonly<Record<TalkOf | 'anywhere', number>> = { settlement: 0.5, money: 0.5, anywhere: 0.6 };
/** Taken where the lists know nothing. */
const LIKELY = 0.25;
/** Longer ones tell a story. */
const LONGEST = 120;
const LONGEST_ENGLISH = 240;

function from(least: number, text: string, of?: TalkOf): TalkWish | undefined {
  if (text.trim() === '' || text.length > (/^[ -~]+$/.test(text) ? LONGEST_ENGLISH : LONGEST)) return undefined;
  const { wish, confidence } = talkGuess(text, of);
  return confidence >= least ? wish : undefined;
}
export const sureWish = (text: string, of?: TalkOf): TalkWish | undefined => from(SURE[of ?? 'anywhere'], text, of);
/** One clause of several: short, and its neighbours are of the same talk. */
const IN_A_CLAUSE = 0.4;
export const clauseWish = (text: string, of: TalkOf): TalkWish | undefined => from(IN_A_CLAUSE, text, of);
export const likelyWish = (text: string, of: TalkOf): TalkWish | undefined => from(LIKELY, text, of);
