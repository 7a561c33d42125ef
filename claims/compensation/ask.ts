/**
 * How a rule asks for what it needs. A rule reads as arithmetic; the first thing that is lacking ends it as `missing`
 * (by an exception that never leaves this folder: see `answered`), so that no rule has to carry the lack along.
 */
import type { Law, LawAnswer, LawValue, LawView } from '../../law/types.ts';
import { type Counts, type Leaf, leaf } from '../figure.ts';
import { parseRatio, parseYuan, ratio } from '../money.ts';
import type { Case, Victim } from './case.ts';
import type { Missing, Note } from './outcome.ts';

/** What a rule that ended early has to say; `also` is lacking with it, for the same step. */
export type Unanswered = { readonly missing: Missing; readonly also?: readonly Missing[] } | { readonly notDue: Note };

class Ended extends Error {
  readonly answer: Unanswered;
  constructor(answer: Unanswered) {
    super(JSON.stringify(answer));
    this.answer = answer;
  }
}

export interface Ask {
  readonly of: Case;
  /** The law on the day of the accident, and on the day of the trial or negotiation. */
  readonly then: LawView;
  readonly now: LawView;
  /** Who asks, for the record of a missing figure. */
  readonly asker: string;
  note(key: string, values?: Note['values']): void;
}
export interface AskVictim extends Ask {
  readonly victim: Victim;
}

/** What a computation leaves behind beside its figures. */
export interface Remembers {
  note(note: Note): void;
  used(value: LawValue): void;
}

/** Makes askers for one case: each remembers which values of law it was given. */
export function askers(of: Case, law: Law, record: Remembers): (asker: string) => Ask {
  const then = remembering(law.at(of.accidentDate, of.region), record);
  const now = remembering(law.at(of.asOf, of.region), record);
  return (asker) => ({ of, then, now, asker, note: (key, values = {}) => record.note({ key, values }) });
}

function remembering(view: LawView, record: Remembers): LawView {
  const get = (id: string, asker: string): LawAnswer => {
    const found = view.get(id, asker);
    if (found.status === 'value') record.used(found);
    return found;
  };
  return { ...view, get };
}

/** Runs a rule; a lack or a “not due” inside it is an answer, anything else is a mistake of ours and goes on. */
export function answered<T>(rule: () => T): { readonly value: T } | Unanswered {
  try {
    return { value: rule() };
  } catch (error) {
    if (error instanceof Ended) return error.answer;
    throw error;
  }
}

/** A fact of the case that a rule cannot do without. */
export function fact<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Ended({ missing: { kind: 'fact', fact: name } });
  return value;
}
export function notDue(key: string, values: Note['values'] = {}): never {
  throw new Ended({ notDue: { key, values } });
}
export function lacking(parameter: string, { date, region }: LawView, also: readonly string[] = []): never {
  const figure = (id: string): Missing => ({ kind: 'figure', parameter: id, date, region });
  throw new Ended({ missing: figure(parameter), ...(also.length > 0 && { also: also.map(figure) }) });
}

const COUNTS: Readonly<Record<string, Counts>> = {
  CNY: 'yuan',
  CNYPerYear: 'yuan',
  CNYPerDay: 'yuan',
  years: 'years',
  months: 'months',
  days: 'days',
  percent: 'share',
};

/** A value of law that a rule cannot do without. */
export function known(view: LawView, id: string, asker: string): LawValue {
  const found = view.get(id, asker);
  return found.status === 'missing' ? lacking(id, view) : found;
}
/** A figure of law as a leaf of a computation. */
export function figureOf(view: LawView, id: string, asker: string, name: string = id): Leaf {
  const { unit, value, source, basedOnYear } = known(view, id, asker);
  const counts = COUNTS[unit] ?? 'plain';
  const number = counts === 'yuan' ? ratio(parseYuan(value)) : parseRatio(value);
  const found = leaf(counts, name, counts === 'share' ? ratio(number.n, number.d * 100n) : number, [source.id]);
  return basedOnYear === undefined ? found : { ...found, about: { year: String(basedOnYear) } };
}
/** A rule of law that is a word, not a number. */
export const codeOf = (view: LawView, id: string, asker: string): string => known(view, id, asker).value;
/** The same, where a rule that is not there is an answer too. */
export function writtenOf(view: LawView, id: string, asker: string): string | undefined {
  const found = view.get(id, asker);
  return found.status === 'value' ? found.value : undefined;
}
/** The sources of rules that are applied as they stand; a rule that is not there has none. */
export const sourcesFor = (view: LawView, ids: readonly string[], asker: string): string[] =>
  ids.flatMap((id) => {
    const found = view.get(id, asker);
    return found.status === 'value' ? [found.source.id] : [];
  });
