/** What dialogs say: keys of locales with values, and the question that is open with it. */
import type { Values } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import type { Frame, Position, Shown, ShownAnswer, Stage, TellStep, TrailItem } from './flow.ts';
import { unheard } from './frame.ts';
import type { Raise } from './raise.ts';

/** Something to say: a key of locales with its values, and perhaps a question that is now open. */
export interface Say {
  readonly key: string;
  readonly values?: Shown;
  /** Names of offered short answers (`quick.<name>` in locales). */
  readonly quick?: readonly string[];
  readonly calls?: readonly string[];
  readonly raise?: Raise;
  readonly asked?: Asked;
  /** Answers that are read back with it. */
  readonly readBack?: ReadBack;
  /** Pages of ours to open, by name. */
  readonly links?: readonly { readonly name: string; readonly url: string }[];
}
export interface ReadBack {
  readonly flow: string;
  readonly items: readonly TrailItem[];
}
export interface Asked {
  readonly flow: string;
  readonly question: string;
  readonly kind: string;
  readonly choices: readonly string[];
  readonly stage?: Stage;
  /** Readings to choose from, when the words were ambiguous. */
  readonly options?: readonly ShownAnswer[];
}

type Open = Position & { readonly at: 'question' };

/** What the path has to say that has not been said: statements, and answers that nobody has heard back. */
export function news(frame: Frame, position: Position): { says: Say[]; told: string[]; heard: readonly string[] } {
  const unsaid = position.tells.filter((tell) => !frame.told.includes(toldAs(tell)));
  // What the path says in two places is said once.
  const fresh = unsaid.filter((tell, i) => unsaid.findIndex((other) => toldAs(other) === toldAs(tell)) === i);
  const names = unheard(frame, position);
  const noted = position.trail.filter((item) => names.includes(item.name));
  const readBack = { flow: frame.flow, items: noted };
  const first: Say[] = noted.length > 0 ? [{ key: 'common.noted', readBack }] : [];
  const says: Say[] = [...first, ...fresh.map(({ key, options: { id: _id, ...rest } }) => ({ key, ...rest }))];
  return { says, told: fresh.map(toldAs), heard: names };
}

const toldAs = ({ key, options }: TellStep): string => options.id ?? key;

export function question(frame: Frame, position: Open): Say {
  const { name, options } = position.ask;
  if (options.doubt) return whichIsRight(frame, position, options.doubt);
  const key = `${frame.flow}.${plain(name)}.ask${options.variant ? `_${options.variant}` : ''}`;
  const values = { ...numbers(name), ...options.values };
  return {
    key,
    values,
    asked: asks(frame, position),
    ...(options.readBack ? { readBack: { flow: frame.flow, items: position.trail } } : {}),
    ...(options.calls ? { calls: options.calls } : {}),
    ...(frame.changing?.name === name || frame.flow === 'correction' ? { quick: ['keep'] } : {}),
  };
}

/** Both as they are shown, and one tap for either. */
function whichIsRight(frame: Frame, position: Open, { before, told }: { before: Json; told: Json }): Say {
  const { name, kind } = position.ask;
  const shown = (answer: Json): ShownAnswer => ({ kind: looksAlike(before, told) ? 'whole' : kind.kind, answer });
  const [first, second] = [shown(before), shown(told)] as const;
  const values = { field: shownField(frame.flow, name), before: first, told: second };
  return { key: 'common.whichIsRight', values, asked: { ...asks(frame, position), options: [first, second] } };
}

/** Two numbers that begin and end alike are the same once they are masked. */
const looksAlike = (a: Json, b: Json): boolean =>
  typeof a === 'string' && typeof b === 'string' && a.slice(0, 3) === b.slice(0, 3) && a.slice(-4) === b.slice(-4);

export function asks(frame: Frame, position: Open): Asked {
  const { name, kind, options } = position.ask;
  return {
    flow: frame.flow,
    question: name,
    kind: kind.kind,
    choices: kind.choices ?? [],
    ...(options.stage ? { stage: options.stage } : {}),
  };
}

/** Says what is wrong with an answer; the question stays open. */
export function wrong(frame: Frame, position: Open, problem: string, values?: Values): Say {
  const kind = position.ask.kind.kind.split('.')[0];
  const quick = frame.changing?.name === position.ask.name ? { quick: ['keep'] } : {};
  const key = position.ask.options.problems?.[problem] ?? `prompts.${kind}.${problem}`;
  return { key, asked: asks(frame, position), ...(values ? { values } : {}), ...quick };
}

/** Offers the readings of an ambiguous answer. */
export function whichOne(frame: Frame, position: Open, options: readonly Json[]): Say {
  const shown = options.map((answer) => ({ kind: position.ask.kind.kind, answer }));
  return { key: 'common.whichOne', asked: { ...asks(frame, position), options: shown } };
}

/** `person.2.state` → `injured.state`: one wording for all of a kind. */
export const plain = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '');
const numbers = (name: string): Values => {
  const found = /\.(\d+)(?=\.|$)/.exec(name);
  return found ? { n: Number(found[1]) } : {};
};
/** The corrections of a report speak of its own answers. */
export const shownField = (flow: string, name: string): ShownAnswer => ({
  kind: 'field',
  answer: flow === 'correction' ? `report.${name.replace('value.', '')}` : `${flow}.${name}`,
});
