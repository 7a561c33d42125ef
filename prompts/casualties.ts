/** How many people are hurt and, where it is one, how: by one tap or in words. */
import { injuriesIn } from './casualties-words.ts';
import { choice } from './choice.ts';
import { countsIn } from './count.ts';
import { hospitalsIn } from './hospital.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { bare, normal } from './normal.ts';
import { injuredState } from './vocabulary-people.ts';

export interface Casualties {
  /** Everybody hurt or dead; null where somebody is, but not how many. */
  readonly count: number | null;
  readonly dead: number;
  /** Of the only injured person. */
  readonly state?: State;
  readonly hospital?: string;
}
type State = (typeof injuredState.options)[number];

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
const states = choice(injuredState);

export function casualties(): Kind<Casualties> {
  return {
    kind: 'casualties',
    find: (text, now): readonly Found<Casualties>[] => {
      const plain = normal(text);
      const injuries = injuriesIn(plain.text);
      const first = injuries.evidence[0];
      const last = injuries.evidence.at(-1);
      const said = first && last ? told(text, plain.text) : undefined;
      if (!first || !last || !said || (said.count ?? 0) > MOST) return [];
      return [{ value: withState(said, text, now.at), span: plain.span(first.start, Math.max(first.end, last.end)) }];
    },
    read: ({ text }: Input, now): Read<Casualties> => {
      const core = bare(text);
      const tapped = tap(text);
      if (tapped) return value(tapped);
      const said = told(text, normal(text).text) ?? counted(core);
      if (!said) return answeredByState(text, now.at);
      return (said.count ?? 0) > MOST ? problem('notCasualties') : value(withState(said, text, now.at));
    },
    accepts: isCasualties,
    choices: Object.keys(CHOICES),
  };
}

/** “3.” is the third button; “3” alone are three people. */
function tap(text: string): Casualties | undefined {
  const n = /^\s*([1-8])[.、]\s*$/.exec(normal(text).text)?.[1];
  return n ? Object.values(CHOICES)[Number(n) - 1] : undefined;
}

interface Said {
  readonly count: number | null;
  readonly dead: number;
  readonly hospital?: string;
}

/** What is said about people hurt, if anything is. */
function told(text: string, plain: string): Said | undefined {
  const injuries = injuriesIn(plain);
  if (injuries.nobody) return { count: 0, dead: 0 };
  if (injuries.evidence.length === 0) return undefined;
  const found = hospitalsIn(plain)[0];
  const named = found ? { hospital: text.slice(...normal(text).span(found.start, found.end)) } : {};
  return { count: injuries.count, dead: injuries.dead, ...named };
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
  const [first] = countsIn(core);
  const n = first?.n ?? (/^\d{1,4}$/.test(core) ? Number(core) : undefined);
  return n === undefined ? undefined : { count: n, dead: 0 };
}

/** The state belongs to the only person; of several it is asked one by one. Without a number it may be one. */
function withState(said: Said, text: string, at: number): Casualties {
  if (said.count === 0) return { count: 0, dead: 0 };
  const { count, dead, hospital } = said;
  if (dead > 0 && (count === null || count === dead))
    return { count, dead, state: 'died', ...(hospital && { hospital }) };
  if (count !== null && count > 1) return { count, dead };
  const state = stateIn(text, at);
  return { count, dead, ...(state && { state }), ...(hospital && { hospital }) };
}

function stateIn(text: string, at: number): State | undefined {
  if (states.find(text, { at }).length === 0) return undefined;
  const read = states.read({ text, files: [] }, { at });
  return read.kind === 'value' ? read.value : undefined;
}

/** “住院了”: somebody is, and nobody said how many. */
function answeredByState(text: string, at: number): Read<Casualties> {
  const state = stateIn(text, at);
  if (!state || state === 'unknown') return problem('notCasualties');
  return value({ count: null, dead: state === 'died' ? 1 : 0, state });
}

function isCasualties(v: unknown): v is Casualties {
  if (typeof v !== 'object' || v === null) return false;
  const { count, dead, state, hospital } = v as Record<string, unknown>;
  const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= MOST;
  if ((count !== null && !whole(count)) || !whole(dead) || (count !== null && dead > count)) return false;
  return (state === undefined || states.accepts(state)) && (hospital === undefined || typeof hospital === 'string');
}
