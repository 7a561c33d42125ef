/** How many are hurt by what is told person by person: “三个人，我妈在ICU，另外两个不清楚”. */

import { peopleIn, type Told } from './casualties-people.ts';
import type { State } from './casualties-state.ts';
import { briefly } from './casualties-words.ts';
import { has } from './matches.ts';
import { consistsOf } from './normal.ts';

export interface Tally {
  /** null where some are spoken of without a number. */
  readonly count: number | null;
  readonly dead: number;
  /** One for each, in the order they are told; null where nothing is said of how somebody is. */
  readonly states: readonly (State | null)[];
}

/** More are listed by a person who calls. */
const MOST_STATES = 20;

/** Undefined where the words name nobody who is hurt. */
export function tallied(text: string): Tally | undefined {
  const brief = briefly(text);
  if (brief)
    return { ...brief, states: Array.from({ length: brief.count }, (_, i) => (i < brief.dead ? 'died' : null)) };
  const people = peopleIn(text);
  const total =
    people.find((one, i) => declares(text, one, people.slice(i + 1))) ??
    people.find((one, i) => sumsUp(text, one, people.slice(0, i)));
  const each = people.filter((one) => one !== total);
  const hit = each.filter(
    ({ how, group }) => how === 'died' || how === 'hurt' || (how === 'unclear' && counts(group.word)),
  );
  if (hit.every(({ how }) => how === 'unclear') && !(total && hit.length > 0)) return undefined;
  const fine =
    sum(
      each.filter(({ how }) => how === 'unhurt'),
      0,
    ) ?? 0;
  const among = sum(hit, total?.group.n ?? null, fine);
  const count = among === null ? null : whole(text, total, among, fine);
  const dead =
    sum(
      hit.filter(({ how }) => how === 'died'),
      null,
    ) ?? 1;
  return { count, dead, states: count === null ? [] : statesOf(hit, count) };
}

/** “不清楚” about the other side says not even that they are hurt. */
const counts = (word: string): boolean => word !== '对方';

/** “三个人，…”, “撞了两个人，一个…”: a number for all of whom it is told one by one. */
function declares(text: string, one: Told, later: readonly Told[]): boolean {
  const { group, how, state } = one;
  const parts = later.filter((other) => other.group.sort === 'count').reduce((n, other) => n + (other.group.n ?? 0), 0);
  const named = group.sort === 'named' && (group.n ?? 0) > 1 && parts === group.n;
  if ((group.sort !== 'count' && !named) || state !== null || how === 'died' || how === 'unhurt') return false;
  if (!later.some((other) => other.how !== 'silent')) return false;
  // “伤了四个，死了一个”: the dead are counted apart.
  const apart = later.some((other) => other.how === 'died' && /[死亡]了?$/.test(text.slice(0, other.group.start)));
  if (apart && /伤了?$/.test(text.slice(0, group.start))) return false;
  // “四人受伤一人死亡”, but “三人受伤，其中一人死亡”.
  if (later.length === 1 && later[0]?.how === 'died' && !/其中|里面|包括|有/.test(text)) return false;
  if (how === 'hurt') return !EACH.test(text.slice(group.end, group.end + 20));
  const before = /[^,。;!?\n]{0,12}$/.exec(text.slice(Math.max(0, group.start - 12), group.start))?.[0] ?? '';
  return (
    consistsOf(DECLARED, before) &&
    /^[ ]*(?:[,。;:]|$|其中|里面|伤者|in (?:the|my) car|were in)/.test(text.slice(group.end))
  );
}
/** “两人重伤，共5人受伤”: all of them, told last. */
function sumsUp(text: string, { group, how }: Told, before: readonly Told[]): boolean {
  const told = before.reduce((n, other) => n + (other.group.n ?? 0), 0);
  const all = /(?:共|共计|合计|总计)$/.test(text.slice(Math.max(0, group.start - 3), group.start));
  return all && how === 'hurt' && group.sort === 'count' && told > 0 && (group.n ?? 0) >= told;
}
const DECLARED =
  /一共|总共|共|有|就|大概|伤者|伤员|受伤的?|我们|我家|我|家里|车上|车里|这边|那边|撞(?:到|伤)?了?|坐了?|的|是|there were|there are|we were| /y;
/** “两人轻伤一人骨折”: each is told apart, nobody is told twice. */
const EACH = /^(?:都|均|全|是)?(?:轻微?伤|重伤|骨折|擦伤|皮外伤|昏迷|住院|门诊)(?![^。;]{0,8}(?:其中|里面|包括))/;
const OCCUPANTS = /(?:车上|车里|坐了?|同车)[^,。;]{0,4}$/;

/** Sum of a number and those of whom none is said; “其他人” are what the total leaves. */
function sum(people: readonly Told[], total: number | null, others = 0): number | null {
  const known = people.reduce((all, { group }) => all + (group.n ?? 0), 0);
  if (people.every(({ group }) => group.n !== null)) return known;
  const rest = total === null ? 0 : total - known - others;
  return rest > 0 && people.filter(({ group }) => group.n === null).length === 1 ? known + rest : null;
}

function whole(text: string, total: Told | undefined, among: number, fine: number): number {
  const all = total?.group.n ?? 0;
  if (!total || all < among) return among + (total?.how === 'hurt' && !/其中|里面|包括/.test(text) ? all : 0);
  // “两个人受伤，我爸没啥事”: little is the matter with him, but he is hurt.
  if (total.how === 'hurt') return all;
  const riding = OCCUPANTS.test(text.slice(Math.max(0, total.group.start - 8), total.group.start));
  return riding ? among : Math.max(among, all - fine);
}

/** One by one; whoever is counted and not told of stands at the end. */
function statesOf(people: readonly Told[], count: number): (State | null)[] {
  if (count > MOST_STATES) return [];
  const known = people.reduce((n, { group }) => n + (group.n ?? 0), 0);
  const told = people.flatMap(({ group, state }) =>
    Array<State | null>(group.n ?? Math.max(0, count - known)).fill(state),
  );
  return Array.from({ length: count }, (_, i) => told[i] ?? null);
}

/** “我老婆也撞伤了”, “还有一个人受伤”: somebody besides those who were told of. */
export const tellsOfAnother = (text: string): boolean => has(ANOTHER, text.slice(0, 200));
const ANOTHER =
  /(?:我|他|她|孩子|老人|乘客|司机|对方)[^,，。;；]{0,6}也(?:受了?|撞|摔|压|被撞)?(?:伤|住院|骨折|疼|痛|晕|进了?医院|送医院)|(?:还有|另外)[^,，。;；]{0,8}(?:受伤|伤了|也伤|撞伤|住院)|又(?:多了?|发现)[^,，。;；]{0,4}(?:伤|一个人)|also (?:hurt|injured)|(?:one|someone) more (?:is|was) (?:hurt|injured)/i;

/** “两个人”, “三位伤者”: a number of people and little besides. */
export const saysOnlyCount = (text: string): boolean =>
  text.length <= 30 &&
  /^[^,，。;；]{0,6}(?:人|[个位名]伤[者员]?|people|persons?)[^,，。;；]{0,6}[。.!！]?$/i.test(text.trim());
