/** How many people are hurt and how: by one tap or in words. */
import { onlyPeople } from './casualties-groups.ts';
import { type State, stateIn, states } from './casualties-state.ts';
import { tallied } from './casualties-told.ts';
import { injuriesIn } from './casualties-words.ts';
import { countsIn, single } from './count.ts';
import { hospitalsIn } from './hospital.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { bare, normal } from './normal.ts';

export interface Casualties {
  /** Everybody hurt or dead; null where somebody is, but not how many. */
  readonly count: number | null;
  readonly dead: number;
  /** Of the only injured person. */
  readonly state?: State;
  /** Of several, as they are told one by one; null where nothing is said of somebody. As long as `count`. */
  readonly states?: readonly (State | null)[];
  readonly hospital?: string;
}

const CHOICES: Readonly<Record<string, Casualties>> = {
  'one.notTreated': { count: 1, dead: 0, state: 'notTreated' },
  'one.outpatient': { count: 1, dead: 0, state: 'outpatient' },
  'one.inpatient': { count: 1, dead: 0, state: 'inpatient' },
  'one.critical': { count: 1, dead: 0, state: 'critical' },
  'one.unknown': { count: 1, dead: 0, state: 'unknown' },
  several: { count: null, dead: 0 },
  died: { count: null, dead: 1, state: 'died' },
  none: { count: 0, dead: 0 },
};
const MOST = 999;
/** Characters; “一个骑电动车的大姐撞到我右后门上了” goes on with the story and counts nobody. */
const LONGEST_NUMBER = 15;

export function casualties(): Kind<Casualties> {
  return {
    kind: 'casualties',
    find: (text): readonly Found<Casualties>[] => {
      const plain = normal(text);
      const clauses = inClauses(plain.text);
      const injuries = injuriesIn(clauses);
      const first = injuries.evidence[0];
      const last = injuries.evidence.at(-1);
      const said = first && last ? told(text, clauses, injuries) : undefined;
      if (!first || !last || !said || (said.count ?? 0) > MOST) return [];
      return [{ value: withState(said, text), span: plain.span(first.start, Math.max(first.end, last.end)) }];
    },
    read: ({ text }: Input): Read<Casualties> => {
      const core = bare(text);
      const tapped = tap(text);
      if (tapped) return value(tapped);
      const said = told(text, inClauses(normal(text).text)) ?? named(core) ?? counted(core);
      if (!said) return answeredByState(text);
      return (said.count ?? 0) > MOST ? problem('notCasualties') : value(withState(said, text));
    },
    accepts: isCasualties,
    choices: Object.keys(CHOICES),
  };
}

/** “我爸走了 我妈住院”: many type a blank for a comma. As long as the text, so that places stay. */
const inClauses = (plain: string): string =>
  !plain.includes(' ')
    ? plain
    : plain.replace(
        /(?<=[一-鿿]|icu) (?=[一-鿿])(?!(?<=(?<![个人位名])[死伤亡撞有共是][了:]? )[一二两三四五六七八九十])/g,
        ',',
      );

/** “3.” is the third button; “3” alone are three people. */
function tap(text: string): Casualties | undefined {
  const n = /^\s*([1-8])[.、]\s*$/.exec(normal(text).text)?.[1];
  return n ? Object.values(CHOICES)[Number(n) - 1] : undefined;
}

interface Said {
  readonly count: number | null;
  readonly dead: number;
  readonly states?: readonly (State | null)[];
  readonly hospital?: string;
}

/** What is said about people hurt, if anything is. */
function told(text: string, plain: string, injuries = injuriesIn(plain)): Said | undefined {
  const each = tallied(plain);
  if (injuries.nobody && !each) return { count: 0, dead: 0 };
  if (injuries.evidence.length === 0 && !each) return undefined;
  const found = hospitalsIn(plain)[0];
  const hospital = found ? { hospital: text.slice(...normal(text).span(found.start, found.end)) } : {};
  const { count, dead, states } = each ?? { ...injuries, states: undefined };
  return { count, dead, ...(states && { states }), ...hospital };
}

/** “司机和两个乘客”, “我老婆和孩子”: as an answer it names who is hurt. */
function named(core: string): Said | undefined {
  const count = onlyPeople(core);
  return count === undefined ? undefined : { count, dead: 0 };
}

/** As an answer a mere number counts people. */
function counted(core: string): Said | undefined {
  if (
    /^(?:好?几|十几|很多|不少|多|若干)(?:个|名|位)?(?:人|伤者)?$|人?(?:或|及)(?:者)?(?:更多|以上)|(?:人|个)以上|(?:people|persons?) or more|more than (?:one|1)|several|many people|some people|2 or more|two or more/.test(
      core,
    )
  )
    return { count: null, dead: 0 };
  if (/^(?:0|零|没有?|无|冇|none|no|nobody|no one)(?:人|了|啊)?$/.test(core)) return { count: 0, dead: 0 };
  const [first] = core.length <= (/[a-z] [a-z]/.test(core) ? 50 : LONGEST_NUMBER) ? countsIn(core) : [];
  const n = first?.n ?? (/^(?:\d{1,4}|[a-z]{3,5})$/.test(core) ? single(core) : undefined);
  return n === undefined ? undefined : { count: n, dead: 0 };
}

/** The state belongs to the only person; of several it is asked one by one. Without a number it may be one. */
function withState(said: Said, text: string): Casualties {
  if (said.count === 0) return { count: 0, dead: 0 };
  const { count, dead, states, hospital } = said;
  const each = count !== null && count > 1 && states?.some((state) => state !== null) ? { states } : {};
  if (dead > 0 && (count === null || count === dead))
    return { count, dead, state: 'died', ...each, ...(hospital && { hospital }) };
  const several = count === null ? states !== undefined : count > 1;
  if (several) return { count, dead, ...each };
  const state = states?.[0] ?? stateIn(text);
  const died = state === 'died' ? Math.max(1, dead) : dead;
  return { count, dead: died, ...(state && { state }), ...(hospital && { hospital }) };
}

/** “住院了”: somebody is, and nobody said how many. */
function answeredByState(text: string): Read<Casualties> {
  const state = stateIn(text);
  if (!state || state === 'unknown') return problem('notCasualties');
  return value({ count: null, dead: state === 'died' ? 1 : 0, state });
}

function isCasualties(v: unknown): v is Casualties {
  if (typeof v !== 'object' || v === null) return false;
  const { count, dead, state, states: each, hospital } = v as Record<string, unknown>;
  const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= MOST;
  if ((count !== null && !whole(count)) || !whole(dead) || (count !== null && dead > count)) return false;
  if (each !== undefined && !isEach(each, count, dead)) return false;
  return (state === undefined || states.accepts(state)) && (hospital === undefined || typeof hospital === 'string');
}

/** One for each of those counted, and as many dead as are counted dead at most. */
function isEach(v: unknown, count: unknown, dead: number): boolean {
  if (!Array.isArray(v) || v.length !== count) return false;
  const known = v.filter((state: unknown) => state !== null);
  return known.length > 0 && known.every(states.accepts) && known.filter((state) => state === 'died').length <= dead;
}
