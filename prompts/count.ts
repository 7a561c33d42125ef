/** How many: “2”, “两个人”, “俩”, “一男一女”. */

import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { bare, normal } from './normal.ts';
import { HAN_NUMBER, numeral } from './numerals.ts';
import { remembered } from './remembered.ts';

export interface CountBounds {
  readonly min?: number;
  readonly max?: number;
}

const NUMBER = `(?:\\d{1,6}|[${HAN_NUMBER}]{1,6})`;
const PEOPLE = '[个名位]?(?:人(?!工)|伤者|伤员|乘客|行人|老人|小孩|孩子|大人|学生|男的|女的|路人)|个|名|位|口人?';
/** People counted in a sentence; not “一个人骑车” with an ordinal before it, nor “三个月”, nor “第二个”. */
const COUNTED = new RegExp(
  `(?<![第\\d.${HAN_NUMBER}几]|[留丢撇]下)(${NUMBER})(?:(?:[多来余]|(?<=十)几)(?=[个名位人口]))? ?(?:${PEOPLE})(?!月|星期|礼拜|小时|钟头|多|半|字|路口|红绿灯|电话|人工|住院日|日期|护[工公]|交警|警察|医生|律师|保安|问题|证明|案|车|条件|办法|地方|手续|材料|包|口子|坑|洞|不(?:愿意?|乐意|放心|情愿|同意|服|满意)|愿意|放心|乐意)|([俩仨])(?:人|口子|老人|老头|老太太|孩子|小孩|娃|大人|学生)?(?!月|个?星期|个?礼拜|周|天|小时|钟头|年|个月)`,
  'g',
);
const ROW = new RegExp(
  `(?<![第\\d${HAN_NUMBER}])([${HAN_NUMBER}])(?:个)?(男|女|大|小|老|大人|小孩|老人)[,、]?([${HAN_NUMBER}])(?:个)?(男|女|大|小|少|大人|小孩|老人)`,
  'g',
);
const WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  both: 2,
};
const ENGLISH =
  /(?<![a-z0-9.-])(\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)(?= (?:people|persons?|passengers?|pedestrians?|injured|hurt|victims?|dead|killed|died|men|women|children|of us|of them))/g;
const NOBODY =
  /^(?:没有?|无|零|0|〇|冇)(?:人|人员?)?(?:受伤|伤|伤亡|事|了|啊|的)*$|^(?:都|人都?)?没(?:有)?(?:受伤|事)(?:的|了)?$|^(?:none|nobody|no one|zero|no)(?: (?:is |was )?(?:hurt|injured))?$/;
const SEVERAL = /^[一两二三四五六七八九][两二三四五六七八九](?:个|名|位|人|$)/;

/** Nobody counts more often in one message. */
const MOST = 60;

interface Hit {
  readonly n: number;
  readonly start: number;
  readonly end: number;
}

/** People counted in a normal text, in order. */
export const countsIn = remembered(countsOf);
function countsOf(text: string): readonly Hit[] {
  const found: Hit[] = [];
  const add = (n: number | undefined, match: RegExpMatchArray): void => {
    const start = match.index ?? 0;
    const taken = found.length >= MOST || found.some((hit) => start < hit.end && hit.start < start + match[0].length);
    if (n !== undefined && Number.isSafeInteger(n) && !taken) found.push({ n, start, end: start + match[0].length });
  };
  for (const m of matches(ROW, text)) add((numeral(m[1] ?? '') ?? 0) + (numeral(m[3] ?? '') ?? 0), m);
  for (const m of matches(COUNTED, text)) if (!SEVERAL.test(m[0])) add(numeral(m[1] ?? m[2] ?? ''), m);
  for (const m of matches(ENGLISH, text)) add(WORDS[m[1] ?? ''] ?? Number(m[1]), m);
  return found.sort((a, b) => a.start - b.start);
}

export function count({ min = 0, max = 9_999 }: CountBounds = {}): Kind<number> {
  const accepts = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max;
  const checked = (n: number): Read<number> => {
    if (!Number.isInteger(n)) return problem('notACount');
    if (n < min) return problem('tooSmall', { min });
    return n > max ? problem('tooLarge', { max }) : value(n || 0); // never -0, which JSON forgets
  };
  return {
    kind: 'count',
    find: (text): readonly Found<number>[] => {
      const plain = normal(text);
      return countsIn(plain.text)
        .filter((hit) => accepts(hit.n))
        .map((hit) => ({ value: hit.n, span: plain.span(hit.start, hit.end) }));
    },
    read: ({ text }: Input): Read<number> => {
      const core = bare(text).slice(0, 200);
      if (NOBODY.test(core)) return checked(0);
      const either = eitherOf(core);
      if (either) return { kind: 'ambiguous', options: either.filter(accepts) };
      const n = single(core);
      return n === undefined ? problem('notACount') : checked(n);
    },
    accepts,
  };
}

/** “两三个” is two or three. */
function eitherOf(core: string): readonly number[] | undefined {
  const match = SEVERAL.exec(core);
  const [low, high] = match ? [numeral(core.charAt(0)), numeral(core.charAt(1))] : [];
  return low !== undefined && high === low + 1 ? [low, high] : undefined;
}

/** The one number that an answer holds, in digits or words. */
export function single(core: string): number | undefined {
  const whole =
    /^(?:大概|大约|约|就|只有|一共|总共|共|有|about |around |only )*(-?\d+(?:\.\d+)?|[^\d\s]{1,12}?)(?:个|名|位|口|人|people|persons?|吧|左右|了|呢|啊|\s)*$/.exec(
      core,
    )?.[1];
  const direct =
    whole === undefined ? undefined : /^-?\d/.test(whole) ? Number(whole) : (WORDS[whole] ?? numeral(whole));
  if (direct !== undefined) return direct;
  const found = countsIn(core);
  const [first] = found;
  return first && found.every((hit) => hit.n === first.n) ? first.n : undefined;
}
