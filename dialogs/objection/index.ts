/**
 * 异议, in the five steps of a hard conversation (S3). This flow is the second and third: which line, why, and whether it was
 * understood. What lies between – the grounds, what was agreed – belongs to the turn (bots/deductions/objecting.ts).
 */
import {
  answersNothing,
  asksPlainly,
  asksSomething,
  choice,
  orUnknown,
  pick,
  saysUnsure,
  text,
} from '../../prompts/index.ts';
import { type Input, type Kind, type Now, problem, type Read } from '../../prompts/kind.ts';
import {
  addedIn,
  reasonInstead,
  saysOnlyWish,
  saysToUs,
  understood,
  way as ways,
} from '../../prompts/vocabulary-objection.ts';
import { type Answers, ask, type Flow, type Script, type ShownAnswer } from '../flow.ts';
import type { Revision } from '../restated.ts';

export type Way = (typeof ways.options)[number];

export interface Objection {
  readonly n: number;
  /** In her own words; undefined: she cannot say. */
  readonly why?: string;
}

/** `n`: the reason that was spoken of; 0: it is asked. `rows`: all of them, as they were told. `before`: what was filed, by number. */
export const objection: Flow<Objection> = {
  name: 'objection',
  revises: joined,
  *script({ params }) {
    const rows = Array.isArray(params.rows) ? params.rows : [];
    const known = Number(params.n ?? 0);
    const shown = { values: { rows: { kind: 'cutRows', answer: rows } } };
    const n = known > 0 ? known : rows.length === 1 ? 1 : yield* ask('which', pick(rows.length), shown);
    const before = (params.before ?? {}) as Readonly<Record<string, string>>;
    const row = { kind: 'cutRows', answer: rows.filter((_, i) => i + 1 === n) };
    const others = params.aheadRead === true ? (params.ahead ?? {}) : {};
    const why = yield* reason(row, before[n], { kind: 'ahead', answer: others });
    return why === undefined ? { n } : { n, why };
  },
};

/** “我理解得对吗” – “进口药是医生开的，…” is more of her reason: it joins what she said, and nothing of that is lost. */
function joined(said: string, now: Now, asked: string, answers: Answers): Revision | undefined {
  const name = `why.${/^right\.(\d)$/.exec(asked)?.[1]}`;
  const before = answers[name]?.value;
  const words = said.trim();
  if (typeof before !== 'string' || words.length < SHORTEST || !/\p{L}/u.test(words)) return undefined;
  if (saysUnsure(words) || answersNothing(words) || asksSomething(words) || asksPlainly(words)) return undefined;
  if (saysToUs(words)) return undefined;
  const instead = reasonInstead(words);
  if (instead !== undefined) return { name, value: instead, silent: true };
  if (choice(understood).read({ text: words, files: [] }, now).kind === 'value') return undefined;
  const more = addedIn(words) || words;
  const value = before.includes(more) ? before : `${before}；${more}`;
  return value.length > LONGEST ? undefined : { name, value, silent: true };
}

/** Shorter words are no reason. */
const SHORTEST = 6;
/** So often it is said anew; what was said last stands. */
const MOST = 3;
/** Characters; longer ones are told to a person. */
const LONGEST = 4_000;

/** `before`: what she has filed of the same line; it stays, and what she says now joins it. */
function* reason(row: ShownAnswer, before: string | undefined, others: ShownAnswer): Script<string | undefined> {
  for (let i = 1; ; i += 1) {
    const said = yield* ask(
      `why.${i}`,
      orUnknown(text({ min: 2, max: LONGEST })),
      i === 1 ? { values: { row } } : { variant: 'again' },
    );
    if (said === 'unknown') return before;
    const all = before === undefined || said.includes(before) ? said : `${before}；${said}`;
    if (i === MOST) return all;
    const right = yield* ask(`right.${i}`, choice(understood), {
      values: { why: { kind: 'quoted', answer: all }, others },
    });
    if (right === 'right') return all;
  }
}

/** The fifth step: what is to be done. `ways`: those that fit the reason. */
export const objectionWay: Flow<{ readonly way: Way }> = {
  name: 'objectionWay',
  *script({ params }) {
    const given = Array.isArray(params.ways) ? params.ways : [];
    // In the order in which they help: who has to prove it comes first.
    const options = given.flatMap((name) => ways.options.filter((one) => one === name));
    return { way: yield* ask('way', wayKind(options)) };
  },
};

/** One way, in few words: of two it is asked which first, and a sentence that tells something agrees to nothing. */
function wayKind(options: readonly Way[]): Kind<Way> {
  const one = choice<Way>({ ...ways, options });
  const read = (input: Input, now: Now): Read<Way> => {
    const named = [...new Set(one.find(input.text, now).map(({ value }) => value))].filter((name) => name !== 'notNow');
    if (named.length > 1) return { kind: 'ambiguous', options: named };
    return saysOnlyWish(input.text) ? one.read(input, now) : problem('notAnOption');
  };
  return { ...one, read };
}
