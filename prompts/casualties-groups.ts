/** Mentions that belong together: “我和我老婆”, “司机、两个乘客”, “一个是我爸”. */
import { type Mention, mentionsIn, type Sort } from './casualties-mentions.ts';
import { consistsOf } from './normal.ts';

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly n: number | null;
  /** That of the only mention; named where there are several. */
  readonly sort: Sort;
  readonly word: string;
  readonly named?: boolean;
  /** Of several named together: each by its word. */
  readonly words?: readonly string[];
}

const AND = /^ ?,? ?(?:和|跟|同|与|及|以及|还有|加上?|、|&|and(?: also)?|as well as) ?$/;
const IS = /^,?(?:就)?是$|^ (?:is|was) $/;
const QUALIFIED = /^(?:[^ ,。;!?、\n伤住断骨折死是和跟有]{1,7}的?)?$/;
const isOne = ({ sort }: Mention): boolean => sort === 'named' || sort === 'me';

/** The mention that both are, where the first only leads to the second or counts it. */
function merged(a: Mention, gap: string, b: Mention): Mention | undefined {
  // “一个老太太”, “两个骑车的学生”
  if (QUALIFIED.test(gap) && a.sort === 'count' && b.sort === 'named' && b.n === 1 && !/^[我咱他她]/.test(b.word))
    return { ...b, start: a.start, n: a.n };
  // “我爸我妈” are two; “我儿子同学”, “对方两个人”, “骑车的老人” are not.
  if (gap === '' && !(a.sort === 'named' && /^[我咱]/.test(b.word)))
    return {
      ...b,
      start: a.start,
      n: a.sort === 'count' && b.n === 1 ? a.n : b.n,
      ...(b.sort === 'count' && a.n !== null && { last: a.n }),
    };
  if (gap === '的') return { ...b, start: a.start };
  if (!IS.test(gap) || (a.n !== null && b.n !== null && a.n !== b.n)) return undefined;
  return a.sort === 'me' ? { ...a, end: b.end, named: true } : { ...b, start: a.start, named: true };
}

/** “我爸和我妈”, “我爸，我妈都…”; “撞了一个老人，孩子…” are told apart. */
function belong(text: string, a: Mention, b: Mention): boolean {
  const gap = text.slice(a.end, b.start);
  // “死了两个，还有一个截了肢”: the second has a clause of its own.
  const another = /,.?还有/.test(gap) && /[死伤亡]了?$/.test(text.slice(0, a.start));
  if (another && !/^(?:$|[,。;!? ]|都|全|也)/.test(text.slice(b.end))) return false;
  if (AND.test(gap)) return true;
  const row = isOne(a) && isOne(b) && !a.named && !b.named && a.word !== b.word && /^[ ,]{1,2}$/.test(gap);
  return (row || gap === '') && (gap === '' || /^ ?(?:都|全|均|也|和|跟|与|及|以及|both|all)/.test(text.slice(b.end)));
}

/** “我、我老公、我女儿三人”: the number behind a row counts all of them. */
function together(before: number | null, { n, last }: Mention): number | null {
  if (before === null || n === null) return null;
  return last !== undefined && before + last === n ? n : before + n;
}

export function groupsIn(text: string): Group[] {
  const mentions: Mention[] = [];
  for (const one of mentionsIn(text)) {
    const last = mentions.at(-1);
    const both = last && merged(last, text.slice(last.end, one.start), one);
    mentions.splice(both ? -1 : mentions.length, both ? 1 : 0, both ?? one);
  }
  const groups: Group[] = [];
  for (const [i, one] of mentions.entries()) {
    const [group, before] = [groups.at(-1), mentions[i - 1]];
    const joined = before !== undefined && belong(text, before, one);
    if (group && joined)
      groups.splice(-1, 1, {
        ...group,
        end: one.end,
        n: together(group.n, one),
        sort: 'named',
        word: '',
        ...(isOne(one) && (group.words || group.n === 1)
          ? { words: [...(group.words ?? [group.word]), one.word] }
          : {}),
      });
    else groups.push(one);
  }
  return groups;
}

/** Nothing but people: “司机和两个乘客”, “就我妈”. */
const FILLER =
  /[ ,.。]|就|只|有|还|都|是|受伤的?|被?撞(?:到|伤)?的|伤者|伤员|一共|共|总共|了|的|吧|啊|呢|两边|人|just|only|it was|all/y;

/** How many people an answer names that says nothing else; undefined where it is no such answer. */
export function onlyPeople(core: string): number | undefined {
  if (core.length > 80) return undefined;
  const groups = groupsIn(core);
  const [group] = groups;
  if (!group || groups.length > 1 || group.n === null || group.sort === 'reference' || group.named) return undefined;
  const rest = core.slice(0, group.start).slice(0, 20);
  return consistsOf(FILLER, rest) &&
    consistsOf(FILLER, core.slice(group.end).slice(0, 20)) &&
    core.length - group.end <= 20
    ? group.n
    : undefined;
}
