/** What may happen to a running flow's answers. Every function returns a new frame. */
import type { Json, JsonObject } from '../store/ports.ts';
import { undoubted } from './doubt.ts';
import type { Answer, Flow, Frame, Position } from './flow.ts';

const day = 24 * 60 * 60 * 1000;

export function startFrame(flow: Flow, at: number, params: JsonObject = {}): Frame {
  return { flow: flow.name, startedAt: at, params, answers: {}, told: [], fetched: {} };
}

/** Stores an answer. */
export function answered(frame: Frame, name: string, value: Json, at: number): Frame {
  const { changing: _done, ...rest } = undoubted(frame, name);
  return { ...rest, answers: { ...frame.answers, [name]: { value, at } } };
}

/** “不用改”: the answer as it was before its question was opened again; what was told since of others stays. */
export function kept(frame: Frame): Frame {
  const { changing, ...rest } = frame;
  const before = changing?.answers[changing.name];
  if (!changing || !before) return frame;
  return { ...rest, answers: { ...changing.answers, ...frame.answers, [changing.name]: before } };
}

/** Answers a question that has not been reached yet, from free text: never silently trusted. */
export function understood(frame: Frame, name: string, value: Json, at: number): Frame {
  if (frame.answers[name]) return frame;
  return { ...frame, answers: { ...frame.answers, [name]: { value, at, unheard: true } } };
}

/** Forgets answers. */
export function without(frame: Frame, names: readonly string[]): Frame {
  if (names.length === 0) return frame;
  const answers = Object.entries(frame.answers).filter(([name]) => !names.includes(name));
  return { ...frame, answers: Object.fromEntries(answers) };
}

/** Corrected before it was asked: what the person said last counts; undefined: it will be asked. */
export function foretold(frame: Frame, name: string, value: Json | undefined, at: number): Frame {
  const { [name]: _before, ...answers } = frame.answers;
  return value === undefined ? { ...frame, answers } : understood({ ...frame, answers }, name, value, at);
}

const restsOn = (dependents: readonly string[], known: string): boolean =>
  dependents.some((other) => known === other || (other.endsWith('.') && known.startsWith(other)));

/**
 * Opens a question again; the answers behind it stay and are used if the path still leads there, but for those that rest on
 * it. What stood there is remembered, so that the person may leave it as it was; who changes something is asked no doubts.
 */
export function reopened(given: Frame, name: string, dependents: readonly string[] = []): Frame {
  const frame = undoubted(kept(given));
  const gone = (known: string): boolean => known === name || restsOn(dependents, known);
  const answers = Object.fromEntries(Object.entries(frame.answers).filter(([known]) => !gone(known)));
  const opened = { ...frame, answers };
  return frame.answers[name] ? { ...opened, changing: { name, answers: frame.answers } } : opened;
}

/** The question before the current one, or undefined at the first. */
export function lastAnswered(position: Position): string | undefined {
  return position.trail.at(-1)?.name;
}

export function withFetched(frame: Frame, key: string, found: JsonObject): Frame {
  return { ...frame, fetched: { ...frame.fetched, [key]: found } };
}

export function withTold(frame: Frame, keys: readonly string[]): Frame {
  return keys.length === 0 ? frame : { ...frame, told: [...frame.told, ...keys] };
}

/** Answers that the path has reached but the person has not heard back yet. */
export function unheard(frame: Frame, position: Position): readonly string[] {
  return position.trail.map((item) => item.name).filter((name) => frame.answers[name]?.unheard);
}

export function heard(frame: Frame, names: readonly string[]): Frame {
  if (names.length === 0) return frame;
  const answers: Record<string, Answer> = { ...frame.answers };
  for (const name of names) {
    const answer = answers[name];
    if (answer) answers[name] = spoken(answer);
  }
  return { ...frame, answers };
}

const spoken = ({ value, at, by }: Answer): Answer => ({ value, at, ...(by ? { by } : {}) });

/**
 * A colleague puts an answer right, wherever the path stands: what rests on it is asked again, and the person hears it back. A
 * question that was opened again stays open, unless it is this one.
 */
export function putRight(
  flow: Flow,
  given: Frame,
  name: string,
  answer: { value: Json; at: number; by?: string },
): Frame {
  const gone = Object.keys(given.answers).filter((known) => restsOn(flow.dependents?.[name] ?? [], known));
  const dropped = flow.drops?.(name, answer.value, given.answers) ?? [];
  const { changing, ...rest } = undoubted(without(given, [...gone, ...dropped]), name);
  const answers = { ...rest.answers, [name]: { ...answer, unheard: true as const } };
  return changing && changing.name !== name ? { ...rest, changing, answers } : { ...rest, answers };
}

/**
 * After an answer: what the path no longer passes is marked, and forgotten a day later; if the path comes back to it
 * before, it is used and read back.
 */
export function swept(frame: Frame, position: Position, at: number): Frame {
  const onTrail = new Set(position.trail.map((item) => item.name));
  const answers: Record<string, Answer> = {};
  for (const [name, answer] of Object.entries(frame.answers)) {
    const kept = onTrail.has(name) ? returned(answer) : left(answer, at);
    if (kept) answers[name] = kept;
  }
  return { ...frame, answers };
}

function returned(answer: Answer): Answer {
  return answer.leftAt === undefined ? answer : { ...spoken(answer), unheard: true };
}

function left(answer: Answer, at: number): Answer | undefined {
  if (answer.leftAt !== undefined) return at - answer.leftAt < day ? answer : undefined;
  return answer.unheard ? answer : { ...answer, unheard: true, leftAt: at };
}

/** Answers that were stored under the former name of their question stand under its present one from now on. */
export function renamed(flow: Flow, frame: Frame): Frame {
  const aliases = flow.aliases ?? {};
  const answers = Object.entries(frame.answers).map(([name, answer]) => [aliases[name] ?? name, answer] as const);
  return { ...frame, answers: Object.fromEntries(answers) };
}
