/** Sentences about people hurt or dead: who, how many, and who is not. */

import { countsIn } from './count.ts';
import { deathsIn } from './death-words.ts';
import { matches } from './matches.ts';
import { negated } from './negation.ts';
import { numeral } from './numerals.ts';
import { remembered } from './remembered.ts';

export interface Injuries {
  /** Everybody hurt or dead, null where no number is said. */
  readonly count: number | null;
  readonly dead: number;
  readonly nobody: boolean;
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

const NOBODY =
  /(?:没有?|无|未|冇|没造成)(?:任何|一个?){0,2}(?:人|人员|造成人员?)(?:员)?(?:受伤|伤亡|伤到|伤|有事|死)|(?:双方|大家|我们|人|两边|两个人)?(?:都|全)没(?:有)?(?:受伤|事|伤)|(?:双方|大家|两边|全都)(?:也|均)?(?:没有?|未|无)(?:受伤|伤到|事(?!故))|没(?:有)?伤(?:到|着)?人|(?:没有|无)伤亡|人员?(?:均|都|也)?(?:无|没有?|未)受?伤|没伤人|人(?:都)?没(?:有)?(?:事|受伤)|(?:都|全)(?:很)?(?:平安|好好的)|(?:一个)?(?:受伤|伤)的人?(?:都|也)?没有|(?:nobody|no one|none)(?: of (?:us|them))?(?: (?:is|was|got|were))? (?:hurt|injured)|no (?:injur(?:y|ies)|one (?:is )?hurt|casualties)|not injured|everyone is (?:ok|fine|safe)/g;
const HURT =
  /截了?肢|瘫|扭了?伤|扭了|崴|破裂|挂了?彩|气胸|[瘀淤]青|青了|受(?:了)?(?:重|轻)?伤|轻微?伤|重伤|伤者|伤员|都伤|伤的(?=[是有一共])|伤了|伤着|撞伤|压伤|摔伤|骨折|骨裂|断了|昏迷|流血|出血|擦伤|擦破|磕破|摔破|蹭破|刮破|破皮|皮外伤|肿|疼|痛|脑震荡|内伤|缝针|住院|住着院|\d床(?![被单垫])|门诊|急诊|抢救|重症|icu|去医院|没去医院|[进送]了?医院|送医|伤[一二两俩三仨四五六七八九十\d]|injured|(?:minor|slight|light|serious|severe|bad|head|back|neck|leg|arm|some) injur(?:y|ies)|hurt|wounded|fracture|broken (?:leg|arm|bone|rib|wrist|ankle|nose|hip|collarbone)|broke (?:his|her|my|an?|their) |bruise|concussion|scratche[sd]|in (?:the )?(?:icu|ward)|bleeding|in hospital|inpatient|outpatient|hospitali[sz]ed|critical|not treated/g;
const HEAD_COUNT = /(?:伤|亡|死)(?:了)?([一二两俩三仨四五六七八九十]|\d{1,3})(?:个|名|位)?人?/g;
/** “受伤人数：3”, “伤3”. */
const LISTED = /伤(?:者|员)?(?:人数)?(?:为|是|共|:| ){0,2}(\d{1,3})(?=人|名|位|$|[,。;!?、])/;
const BRIEF = /([一二两三四五六七八九十]|\d{1,2})死([一二两三四五六七八九十]|\d{1,2})伤/;
/** “除了我都没受伤”. */
const BUT_FOR = /除(?:了|开)?[^,。;!?\n]{1,6}$/;
/** “我没事，对方…”: says who is not hurt, not that nobody is. */
const NOT_ME = /(?:我|本人|自己|司机)(?:倒|是|都)?没(?:有)?(?:事|受伤)|i(?:'m| am) (?:ok|fine)/;

interface Hit {
  readonly start: number;
  readonly end: number;
}
const hitsOf = (pattern: RegExp, text: string): Hit[] =>
  matches(pattern, text)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((hit) => !negated(text, hit.start) && !/^的人?[都也]?没有/.test(text.slice(hit.end, hit.end + 6)));

export const hurtIn = remembered((text): readonly Hit[] => hitsOf(HURT, text));

/** “一死两伤” and where it stands. */
export function briefly(text: string): (Hit & { count: number; dead: number }) | undefined {
  const match = BRIEF.exec(text);
  const [dead, hurt] = [numeral(match?.[1] ?? ''), numeral(match?.[2] ?? '')];
  if (!match || dead === undefined || hurt === undefined) return undefined;
  return { count: dead + hurt, dead, start: match.index, end: match.index + match[0].length };
}

export function injuriesIn(text: string): Injuries {
  const brief = briefly(text);
  if (brief) return { ...brief, nobody: false, evidence: [brief] };
  const nobody = matches(NOBODY, text)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !BUT_FOR.test(text.slice(Math.max(0, start - 10), start)));
  const dead = deathsIn(text);
  const hurt = hurtIn(text).filter((hit) => !nobody.some((other) => hit.start >= other.start && hit.start < other.end));
  if (dead.length === 0 && hurt.length === 0)
    return { count: nobody.length > 0 ? 0 : null, dead: 0, nobody: nobody.length > 0, evidence: nobody };
  const counts = countsIn(text);
  const deadCount = dead.length === 0 ? 0 : deaths(text, dead, counts);
  const evidence = [...dead, ...hurt, ...counts].sort((a, b) => a.start - b.start);
  return { count: everybody(text, counts, hurt, dead, deadCount), dead: deadCount, nobody: false, evidence };
}

interface Count extends Hit {
  readonly n: number;
}

/** The number nearest to the word for death, before it within a clause or behind it (“亡2人”); one where none is said. */
function deaths(text: string, dead: readonly Hit[], counts: readonly Count[]): number {
  const [first] = dead;
  if (!first) return 0;
  const before = counts
    .filter((count) => count.end <= first.start && !/[,。;]/.test(text.slice(count.end, first.start)))
    .at(-1);
  const after = counts.find((count) => follows(text, first, count));
  return Math.max(1, before?.n ?? after?.n ?? 1);
}

function everybody(
  text: string,
  counts: readonly Count[],
  hurt: readonly Hit[],
  dead: readonly Hit[],
  deadCount: number,
): number | null {
  const direct = matches(HEAD_COUNT, text).length > 0;
  const [first, ...rest] = counts;
  const listed = LISTED.exec(text)?.[1];
  if (!first) return listed ? Number(listed) : alone(text, hurt, dead);
  // “一个人去世，三个人轻伤”: the dead are counted apart; “三人受伤，其中一人死亡” counts them in.
  if (dead.length > 0 && hurt.length > 0 && rest.length > 0 && !/其中|包括|里面/.test(text)) {
    const living = counts
      .filter((count) => !isOfDead(text, count, dead))
      .reduce((sum, count) => Math.max(sum, count.n), 0);
    return living + deadCount;
  }
  // “伤三人，一人重伤，两人擦伤”: the first and largest is the whole.
  const most = Math.max(...counts.map((count) => count.n));
  return direct || first.n === most
    ? Math.max(most, deadCount)
    : counts.every((count) => count.n === 1)
      ? counts.length
      : most;
}

const isOfDead = (text: string, count: Count, dead: readonly Hit[]): boolean =>
  dead.some(
    (hit) =>
      (count.end <= hit.start && !/[,。;、]/.test(text.slice(count.end, hit.start))) || follows(text, hit, count),
  );

/** “亡2人”, “死了 两个”. */
const follows = (text: string, hit: Hit, count: Count): boolean =>
  count.start >= hit.end && count.start - hit.end <= 1 && text.slice(hit.end, count.start).trim() === '';

/** One person where the words can only mean one. */
function alone(text: string, hurt: readonly Hit[], dead: readonly Hit[]): number | null {
  if (NOT_ME.test(text) && hurt.length > 0) return 1;
  if (dead.length > 0) return null;
  return /(?:^|[^们])(?:我妈|我爸|我老公|我老婆|我儿子|我女儿|他|她|老人|老太太|老头|老爷子|小孩|孩子|伤者|对方|司机|骑车的|行人)(?!们|都|和|跟)/.test(
    text,
  )
    ? 1
    : null;
}
