/**
 * Two answers to one question that cannot both be right: the one that was given, and what was told later in other words. The
 * person is asked once which it is; until then, and where no word decides, the first one stands.
 */
import { answersNothing, saysUnsure, whichOfTwo } from '../prompts/index.ts';
import type { Input, Now } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import type { AskStep, Flow, Frame, Position } from './flow.ts';
import type { Doubt } from './restated.ts';

/** More are a story of its own, and a person’s business. */
const MOST = 3;

/** What the words make more exact is taken and will be read back; what they contradict is asked. */
export function heldAgainst(flow: Flow, frame: Frame, text: string, asked: string | undefined, now: Now): Frame {
  const restated = (flow.restates?.(text, now, asked, frame.answers) ?? []).filter(({ name }) => name !== asked);
  return restated.reduce((held, { name, value, how }) => {
    if (how === 'other') return doubting(held, { name, told: value, said: saidIn(text, now) });
    return { ...undoubted(held, name), answers: { ...held.answers, [name]: { value, at: now.at, unheard: true } } };
  }, frame);
}

/** So much of the words is kept beside a doubt. */
const QUOTED = 200;
export const saidIn = (text: string, { at }: Now): NonNullable<Doubt['said']> => ({ text: text.slice(0, QUOTED), at });

export function doubting(frame: Frame, doubt: Doubt): Frame {
  const others = (frame.doubts ?? []).filter(({ name }) => name !== doubt.name);
  return others.length >= MOST ? frame : { ...frame, doubts: [...others, doubt] };
}

/** Decided, or no longer of interest. Without a name: all of them. */
export function undoubted(frame: Frame, name?: string): Frame {
  const { doubts, ...rest } = frame;
  const left = name === undefined ? [] : (doubts ?? []).filter((doubt) => doubt.name !== name);
  return left.length > 0 ? { ...rest, doubts: left } : rest;
}

/** A doubt about an answer that the path has reached is asked before anything else, and before a flow ends. */
export function doubted(frame: Frame, position: Position): Position {
  if (position.at === 'fetch') return position;
  for (const { name, told } of frame.doubts ?? []) {
    const item = position.trail.find((one) => one.name === name);
    if (!item || JSON.stringify(item.value) === JSON.stringify(told)) continue;
    const { stage } = item.options;
    const options = { doubt: { before: item.value, told }, ...(stage ? { stage } : {}) };
    const { trail, tells } = position;
    return { at: 'question', trail, tells, ask: { step: 'ask', name, kind: item.of, options } };
  }
  return position;
}

/** The answer that the words choose, `undefined` where they leave it as it was, `elsewhere` where they speak of something else. */
export function decided({ kind, options }: AskStep, input: Input, now: Now): { value: Json } | 'elsewhere' | undefined {
  const { doubt } = options;
  if (!doubt) return undefined;
  const both = [doubt.before, doubt.told] as const;
  const at = whichOfTwo(input.text, typeof doubt.told === 'number');
  if (at !== undefined) return { value: both[at] };
  const amended = kind.amend?.(doubt.told, input, now);
  const read = amended && amended.kind !== 'problem' ? amended : kind.read(input, now);
  const said = read.kind === 'value' && read.value !== 'unknown' ? nearest(read.value as Json, both) : undefined;
  // A third value must be one in running text too: to the question of where any words are an answer.
  if (said && (said.known || typeof said.value === 'number' || kind.find(input.text, now).length > 0)) return said;
  const narrow = kind.narrow?.(both, input, now);
  if (narrow !== undefined) return { value: narrow as Json };
  const nothing = answersNothing(input.text) || saysUnsure(input.text) || !/[\p{L}\p{N}]/u.test(input.text);
  return nothing || (read.kind === 'value' && read.value === 'unknown') ? undefined : 'elsewhere';
}

/** One of the two where it is the same; else a third. */
function nearest(value: Json, both: readonly Json[]): { value: Json; known: boolean } {
  const same = both.find((one) => JSON.stringify(one) === JSON.stringify(value));
  return { value: same ?? value, known: same !== undefined };
}
