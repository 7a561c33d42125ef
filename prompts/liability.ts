/** Who bears how much of the fault: “我主责”, “对方负全部责任”, “同责”, “我七他三”. Only what is said as settled, never what is disputed or asked. */

import type { Finder, Found } from './kind.ts';
import type { Share } from './liability-words.ts';
import * as words from './liability-words.ts';
import { has, matches, searched } from './matches.ts';
import { clauseAround } from './negation.ts';
import { normal } from './normal.ts';
import { numeral } from './numerals.ts';

export interface Liability {
  readonly self: Share;
  readonly other: Share;
}
type Side = keyof Liability;
interface Hit {
  readonly liability: Liability;
  readonly start: number;
  readonly end: number;
}

const COUNTERPART: Readonly<Record<Share, Share>> = {
  full: 'none',
  main: 'minor',
  equal: 'equal',
  minor: 'main',
  none: 'full',
};
const borne = (side: Side, share: Share): Liability =>
  side === 'self' ? { self: share, other: COUNTERPART[share] } : { self: COUNTERPART[share], other: share };

const REACH = 24;
/** “我认，全责就全责”. */
const SHORT = 8;
const HALF = 50;

function shareOf(part: number | undefined): Share | undefined {
  if (part === undefined || part < 0 || part > 100) return undefined;
  if (part === 0 || part === 100) return part === 0 ? 'none' : 'full';
  return part === HALF ? 'equal' : part > HALF ? 'main' : 'minor';
}

/** “七”, “主”, “30%”, “三成”. */
function shareIn(word: string): Share | undefined {
  if (word === '主' || word === '次') return word === '主' ? 'main' : 'minor';
  if (word.endsWith('%')) return shareOf(Number(word.slice(0, -1)));
  if (word.startsWith('百分之')) return shareOf(numeral(word.slice(3)));
  const tenths = numeral(word.replace('成', ''));
  return shareOf(tenths === undefined ? undefined : tenths * 10);
}

const sideIn = (match: RegExpMatchArray, ours: number, theirs = ours + 1): Side | undefined =>
  match[ours] ? 'self' : match[theirs] ? 'other' : undefined;

/** The last who is named, unless something was only done to them. */
function subjectOf(text: string): Side | undefined {
  const parties = searched(words.PARTY, text);
  const last = parties.findLast(
    (match) => !words.OBJECT_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index)),
  );
  return last && sideIn(last, 1);
}

/** Whose the share is: in “主责在他” who stands behind it, else who is named before it, perhaps a clause earlier. */
function bearer(text: string, start: number, end: number): Side | undefined {
  const { before, after } = clauseAround(text, start, end, REACH);
  const behind = words.LIES_WITH.exec(after);
  if (behind) return sideIn(behind, 1);
  const named = subjectOf(before);
  if (named) return named;
  if (words.OF_SPEAKER.test(before)) return 'self';
  if (!words.GOES_BACK.test(before.trim())) return undefined;
  const earlier = start - before.length - 1;
  const clause = earlier > 0 ? clauseAround(text, earlier, earlier, REACH).before : '';
  return clause.length <= SHORT || words.DROVE.test(clause) ? subjectOf(clause) : undefined;
}

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray, text: string) => Liability | undefined];

const READERS: readonly Reader[] = [
  [
    words.SHARE,
    (match, text) => {
      const [share, end] = [words.shareNamed(match), match.index + match[0].length];
      const side = share === 'equal' ? 'self' : bearer(text, match.index, end);
      return share && side && !words.TERM_AFTER.test(text.slice(end, end + REACH)) ? borne(side, share) : undefined;
    },
  ],
  [words.HALVES, () => borne('self', 'equal')],
  [
    words.ALL_OF,
    (match) => {
      const side = sideIn(match, 1) ?? sideIn(match, 3) ?? sideIn(match, 5);
      return side && borne(side, 'full');
    },
  ],
  [
    words.BOTH,
    (match) => {
      const [side, share, other] = [sideIn(match, 1), shareIn(match[3] ?? ''), shareIn(match[6] ?? '')];
      const fits = share !== undefined && other === COUNTERPART[share] && side !== sideIn(match, 4);
      return side && fits ? borne(side, share) : undefined;
    },
  ],
  [
    words.SPLIT,
    (match) => {
      const [side, share] = [sideIn(match, 2), shareIn(match[4] ?? '')];
      return side && share && (match[1] ?? '').includes(match[4] ?? '') ? borne(side, share) : undefined;
    },
  ],
  [
    words.PARTS,
    (match) => {
      const [side, share] = [sideIn(match, 1), shareIn(match[3] ?? '')];
      return side && share && borne(side, share);
    },
  ],
];

function isSettled(text: string, start: number, end: number): boolean {
  const { before, after } = clauseAround(text, start, end, REACH);
  const rest = text.slice(end, end + REACH);
  if (words.UNSETTLED_BEFORE.test(before + text.slice(start, end)) || words.UNSETTLED_AFTER.test(rest)) return false;
  if (words.DENIED.test(before) || words.DISPUTED.test(after) || words.DISPUTED.test(rest)) return false;
  return !words.WHY.test(before) || words.GOES_ON.test(rest);
}

function sharesIn(text: string): Hit[] {
  const all = READERS.flatMap(([pattern, read]) =>
    matches(pattern, text).flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const liability = read(match, text);
      return liability && isSettled(text, start, end) ? [{ liability, start, end }] : [];
    }),
  );
  return all.sort((a, b) => a.start - b.start);
}

/** Little else speaks of fault. */
const SPEAKS_OF_IT =
  /责|成|%|百分之|一半|五[五十]|对半|50|5[:/比]5|[开分]|[我他她方].?[一二三四六七八九1-9]|主|错|同等|怪|赖|fault|liable|responsible|blame/;

export function liability(): Finder<Liability> {
  return {
    kind: 'liability',
    find: (given): readonly Found<Liability>[] => {
      const plain = normal(given);
      if (!has(SPEAKS_OF_IT, plain.text)) return [];
      const hits = sharesIn(plain.text);
      const [first] = hits;
      // What is told both ways is not settled.
      if (!first || hits.some(({ liability: { self } }) => self !== first.liability.self)) return [];
      return hits.map(({ liability, start, end }) => ({ value: liability, span: plain.span(start, end) }));
    },
  };
}
