/** Lessons and examination of the two talks: `talk-*.jsonl` teach, `kept-talk*.jsonl` were written apart and only examine. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OF_MONEY, TALK_WISHES, type TalkWish } from '../../understanding/talkLabels.ts';
import { likelyWish, sureWish, type TalkOf } from '../../understanding/talkWish.ts';
import { bare, lessons, linesOf, MATERIAL } from './material.ts';
import { type Lesson, type Model, train } from './train.ts';

export interface TalkExample {
  readonly text: string;
  readonly label: TalkWish;
  /** Where a reasonable person would be content with that answer as well. */
  readonly also?: readonly TalkWish[];
}

/** `drivers`: of what whoever is asked for money wants in the middle of it. */
export const TALK_PAPERS = {
  all: 'kept-talk.jsonl',
  drivers: 'kept-talk-drivers.jsonl',
  newer: 'kept-talk-newer.jsonl',
} as const;
export const talkExamination = (paper: keyof typeof TALK_PAPERS): readonly TalkExample[] =>
  linesOf(join(MATERIAL, TALK_PAPERS[paper]));

const MONEY: ReadonlySet<TalkWish> = new Set(OF_MONEY);

/** Of what is meant otherwise every so many-th is a lesson, too: of another subject nothing is guessed. */
const EVERY = 8;
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['report', 'scene', 'emergency', 'smalltalk_or_greeting', 'thanks_bye', 'help', 'human', 'correct'],
  ...['confirm_yes', 'confirm_no', 'restart_menu', 'documents', 'progress', 'estimate', 'out_of_scope'],
]);

/** Each sentence once, and none that stands in the examination. */
export function talkLessons(): readonly TalkExample[] {
  const files = readdirSync(MATERIAL).filter((name) => /^talk-.*\.jsonl$/.test(name));
  const own = files.sort().flatMap((name) => linesOf<TalkExample>(join(MATERIAL, name)));
  // Despair is never taken for a wish.
  const others = lessons().filter(({ intent, crisis }, i) => crisis || (i % EVERY === 0 && ELSEWHERE.has(intent)));
  const all = [...others.map(({ text }) => ({ text, label: 'none' }) as const), ...own];
  const papers = (Object.keys(TALK_PAPERS) as (keyof typeof TALK_PAPERS)[]).flatMap(talkExamination);
  const asked = new Set(papers.map(({ text }) => bare(text)));
  return [...new Map(all.map((one) => [bare(one.text), one])).values()].filter(({ text }) => !asked.has(bare(text)));
}

export const trainTalk = (examples: readonly TalkExample[]): Model<TalkWish> =>
  train(TALK_WISHES, examples.map(lessonOf));

const lessonOf = ({ text, label }: TalkExample): Lesson => ({
  text,
  meant: TALK_WISHES.map((one) => (one === label ? 1 : 0)),
});

/** Labels that were split off later: whoever gets the finer answer is content. */
const SPLIT: Readonly<Partial<Record<TalkWish, readonly TalkWish[]>>> = {
  keep: ['today', 'undecided'],
  keepPapers: ['noProof', 'noList'],
  reply: ['sayShort'],
  otherWay: ['rescueFund'],
  why: ['everyLine', 'wasItCut', 'limitShort'],
  share: ['noFault'],
  amount: ['howMuch', 'isRescue'],
  status: ['insurerPaid'],
  advanced: ['insurerPaid'],
  nextStep: ['nightOrder'],
  silent: ['noContact'],
  privately: ['pledge'],
  reason: ['noFault'],
  object: ['noFault'],
};

/** Right, or what a reasonable person would be content with. */
const isFine = ({ label, also = [] }: TalkExample, taken: TalkWish): boolean =>
  taken === label || also.includes(taken) || SPLIT[label]?.includes(taken) === true;

/** `drivers`: all of it is said in a talk about money. */
const ofTalk = ({ label }: TalkExample, drivers: boolean): TalkOf =>
  drivers || MONEY.has(label) ? 'money' : 'settlement';

export interface TalkMarks {
  /** Sentences that want something. */
  readonly count: number;
  readonly taken: number;
  readonly right: number;
  readonly sure: number;
  readonly sureRight: number;
  /** Words that want nothing here, and how many of them were taken for something. */
  readonly none: number;
  readonly imagined: readonly string[];
  readonly wrong: readonly { readonly text: string; readonly meant: TalkWish; readonly taken: TalkWish | undefined }[];
}

/** Each sentence in the talk it belongs to; what wants nothing, in one about a settlement. */
export function talkMarks(paper: keyof typeof TALK_PAPERS): TalkMarks {
  const examples = talkExamination(paper);
  const drivers = paper === 'drivers';
  const all = examples.map((one) => ({
    one,
    taken: likelyWish(one.text, ofTalk(one, drivers)),
    sure: sureWish(one.text, ofTalk(one, drivers)),
  }));
  const wants = all.filter(({ one }) => one.label !== 'none');
  const others = all.filter(({ one }) => one.label === 'none');
  const answered = wants.filter(({ taken }) => taken !== undefined && taken !== 'none');
  const sure = wants.filter((each) => each.sure !== undefined && each.sure !== 'none');
  const right = answered.filter(({ one, taken }) => taken && isFine(one, taken));
  const imagined = others.filter(({ taken }) => taken !== undefined && taken !== 'none');
  return {
    ...{ count: wants.length, taken: answered.length, right: right.length },
    ...{ sure: sure.length, sureRight: sure.filter((each) => each.sure && isFine(each.one, each.sure)).length },
    ...{ none: others.length, imagined: imagined.map(({ one }) => one.text) },
    wrong: wants
      .filter((each) => !right.includes(each))
      .map(({ one, taken }) => ({ text: one.text, meant: one.label, taken })),
  };
}
