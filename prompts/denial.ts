/** What is told not to have happened: “没报警”, “字我没签”, “双方都没受伤”. Not what is asked or supposed. */

import { DENIALS, type Denial } from './denial-words.ts';
import { injuriesTold } from './injury.ts';
import type { Finder, Found } from './kind.ts';
import { has, matches } from './matches.ts';
import { normal } from './normal.ts';

export type { Denial } from './denial-words.ts';

interface Hit {
  readonly denial: Denial;
  readonly start: number;
  readonly end: number;
}

/** Everything that denies has one of these in it. */
const DENIES =
  /[没未冇不无忘懒]|拒|排除|否认|滴酒|分文|毫发|平安|好好的|安然|等.{0,4}认定|\b(?:not?|never|nobody|nothing|none|everyone|without)\b|n't/;
const SUPPOSED =
  /(?:除了|如果|要是|假如|万一|倘若|是不是|是否|有没有|会不会|能不能|可不可以|要不要|不是|不能|不可能)[^,。;!?\n]{0,4}$|(?:怕|担心).?$/;
const ASKED_AFTER = /^(?:了|过|的)?(?:吗|么|的话|呢?\?)/;
const REACH = 10;
const MOST = 60;

/** “住院没住院”: one or the other. */
function asksWhether(text: string, { start, end }: Hit): boolean {
  const no = /没有?|未/.exec(text.slice(start, end));
  const at = start + (no?.index ?? 0);
  const behind = at + (no?.[0].length ?? 0);
  const before = text.slice(Math.max(0, at - 2), at);
  return no !== null && before.length === 2 && text.startsWith(before, behind);
}

/** “三个月了还没给” tells of money only where money was spoken of. */
const OF_MONEY = /赔|钱|款|费|垫|万|元|一[分毛]|分文|子儿/;
const isOfMoney = (text: string, { denial, start, end }: Hit): boolean =>
  denial !== 'payment' ||
  !/[没未]有?给$/.test(text.slice(start, end)) ||
  OF_MONEY.test(text.slice(Math.max(0, start - 2 * REACH), end));

const holds = (text: string, hit: Hit): boolean =>
  !SUPPOSED.test(text.slice(Math.max(0, hit.start - REACH), hit.start)) &&
  !ASKED_AFTER.test(text.slice(hit.end, hit.end + REACH)) &&
  !asksWhether(text, hit) &&
  isOfMoney(text, hit);

/** “没骨折” stands in the words for injuries; somebody hurt takes back that nobody is. */
function denialsIn(text: string): Hit[] {
  if (!has(DENIES, text)) return [];
  const hits = DENIALS.flatMap(([denial, words]) =>
    matches(words, text)
      .slice(0, MOST)
      .map((match) => ({ denial, start: match.index, end: match.index + match[0].length })),
  ).filter((hit) => holds(text, hit));
  const told = injuriesTold(text);
  const broken = told.filter(({ injury }) => injury === 'fracture');
  const whole = broken
    .filter(({ denied }) => denied)
    .map(({ start, end }) => ({ denial: 'fracture' as Denial, start, end }));
  const hurt = told.some(({ denied }) => !denied);
  const isBroken = broken.some(({ denied }) => !denied);
  return [...hits, ...whole]
    .filter(({ denial }) => !(denial === 'injury' && hurt) && !(denial === 'fracture' && isBroken))
    .sort((a, b) => a.start - b.start);
}

export function denial(): Finder<Denial> {
  return {
    kind: 'denial',
    find: (given): readonly Found<Denial>[] => {
      const plain = normal(given);
      return denialsIn(plain.text).map(({ denial: value, start, end }) => ({ value, span: plain.span(start, end) }));
    },
  };
}
