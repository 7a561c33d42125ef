/**
 * One message against the running flows: answers, goes back, corrects, switches topic and returns. Written once, here, so
 * that no flow has to think of it. Pure but for `look`, which the runtime provides.
 */
import type { Input, Now, Values } from '../prompts/kind.ts';
import type { Json, JsonObject } from '../store/ports.ts';
import { type AskStep, type Flow, type Frame, type Position, resolve } from './flow.ts';
import { answered, heard, swept, understood, withFetched, withTold } from './frame.ts';
import { asks, news, question, type Say, shownField, whichOne, wrong } from './say.ts';

/** What is in progress, as it rests in the conversation's state. */
export interface Talk {
  /** The last one is being answered; the ones before wait for it. */
  readonly stack: readonly Frame[];
  /** Stopped by the person, kept for “继续报案”. */
  readonly shelf: Readonly<Record<string, Frame>>;
  readonly choosing?: Choosing;
  /** Answers in a row that could not be understood. */
  readonly misses: number;
}
export type Choosing = { readonly what: 'field' } | { readonly what: 'option'; readonly options: readonly Json[] };

export type Open = Position & { readonly at: 'question' };

export const emptyTalk: Talk = { stack: [], shelf: {}, misses: 0 };

export interface Ended {
  readonly flow: string;
  readonly result: unknown;
  readonly frame: Frame;
}
export interface Outcome {
  readonly talk: Talk;
  readonly says: readonly Say[];
  readonly ended?: Ended;
}

export interface Runtime {
  readonly flows: Readonly<Record<string, Flow>>;
  readonly now: Now;
  look(what: string, args: JsonObject): Promise<JsonObject>;
}

/** The open question of the running flow, if any. */
export function openQuestion(
  runtime: Runtime,
  talk: Talk,
): { frame: Frame; position: Position & { at: 'question' } } | undefined {
  const frame = talk.stack.at(-1);
  if (!frame) return undefined;
  const position = resolve(flowNamed(runtime, frame.flow), frame);
  return position.at === 'question' ? { frame, position } : undefined;
}

/** Asks the open question again, or nothing if none is open. */
export function reprompt(runtime: Runtime, talk: Talk): Say[] {
  const open = openQuestion(runtime, talk);
  return open ? [question(open.frame, open.position)] : [];
}

export async function answer(runtime: Runtime, talk: Talk, input: Input): Promise<Outcome> {
  const open = openQuestion(runtime, talk);
  if (!open) return { talk, says: [] };
  const { ask } = open.position;
  if (talk.choosing?.what === 'option') {
    const picked = pick(ask, talk.choosing.options, input, runtime.now);
    if (picked !== undefined) return take(runtime, talk, ask.name, picked, input);
  }
  const read = ask.kind.read(input, runtime.now);
  if (read.kind === 'problem') return missed(talk, open.frame, open.position, read.problem, read.values);
  if (read.kind === 'ambiguous') return offer(talk, open.frame, open.position, read.options as readonly Json[]);
  if (ask.options.readBack && read.value === 'change') return chooseField(talk, open.frame, open.position);
  return take(runtime, talk, ask.name, read.value as Json, input);
}

/** “有要改的”: which of the answers so far? */
export function chooseField(talk: Talk, frame: Frame, position: Open): Outcome {
  const readBack = { flow: frame.flow, items: position.trail };
  const say: Say = { key: 'common.whichField', asked: asks(frame, position), readBack };
  return { talk: { ...talk, choosing: { what: 'field' } }, says: [say] };
}

/** Fills questions that are still ahead from free text. */
export function noteFacts(runtime: Runtime, talk: Talk, text: string, when: 'opening' | 'answer' = 'answer'): Talk {
  const frame = talk.stack.at(-1);
  if (!frame || text === '') return talk;
  const flow = flowNamed(runtime, frame.flow);
  const asked = openQuestion(runtime, talk)?.position.ask.name;
  const known = flow.understands?.(text, runtime.now, when === 'opening' ? undefined : asked) ?? {};
  const facts = Object.entries(known);
  const next = facts
    .filter(([name]) => name !== asked)
    .reduce((filled, [name, value]) => understood(filled, name, value, runtime.now.at), frame);
  return onTop(talk, next);
}

/** Keeps one fact for a question that is still ahead, or corrects nothing if it is answered. */
export function noteFact(runtime: Runtime, talk: Talk, name: string, value: Json): Talk {
  const frame = talk.stack.at(-1);
  return frame ? onTop(talk, understood(frame, name, value, runtime.now.at)) : talk;
}

/** Goes on until a person must answer or the flow has ended. */
export async function settle(runtime: Runtime, talk: Talk): Promise<Outcome> {
  let frame = talk.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const flow = flowNamed(runtime, frame.flow);
  let position = resolve(flow, frame);
  while (position.at === 'fetch') {
    frame = withFetched(frame, position.key, await runtime.look(position.fetch.what, position.fetch.args));
    position = resolve(flow, frame);
  }
  const said = news(frame, position);
  frame = heard(withTold(frame, said.told), said.heard);
  if (position.at === 'end') {
    const stack = talk.stack.slice(0, -1);
    return {
      talk: { ...quiet(talk), stack },
      says: said.says,
      ended: { flow: flow.name, result: position.result, frame },
    };
  }
  return { talk: onTop(quiet(talk), frame), says: [...said.says, question(frame, position)] };
}

export async function take(
  runtime: Runtime,
  talk: Talk,
  name: string,
  value: Json,
  input: Input,
  notice?: string,
): Promise<Outcome> {
  const noted = noteFacts(runtime, talk, input.text);
  const frame = noted.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const flow = flowNamed(runtime, frame.flow);
  const next = answered(frame, name, value, runtime.now.at);
  const outcome = await settle(runtime, { ...onTop(noted, next), misses: 0 });
  const kind = resolve(flow, next).trail.find((item) => item.name === name)?.kind ?? '';
  const first: Say[] = notice
    ? [{ key: notice, values: { field: shownField(frame.flow, name), value: { kind, answer: value } } }]
    : [];
  return { ...outcome, talk: sweep(runtime, outcome.talk, frame.flow), says: [...first, ...outcome.says] };
}

function sweep(runtime: Runtime, talk: Talk, flow: string): Talk {
  const frame = talk.stack.at(-1);
  if (frame?.flow !== flow) return talk;
  return onTop(talk, swept(frame, resolve(flowNamed(runtime, flow), frame), runtime.now.at));
}

function missed(talk: Talk, frame: Frame, position: Open, problem: string, values?: Values): Outcome {
  const misses = talk.misses + 1;
  const offer: Say[] = misses === 2 ? [{ key: 'human.offer' }] : [];
  const say = wrong(frame, position, problem, values);
  return { talk: { ...talk, misses }, says: [...offer, misses >= 2 ? { ...say, quick: ['human'] } : say] };
}

export function offer(talk: Talk, frame: Frame, position: Open, options: readonly Json[]): Outcome {
  return { talk: { ...talk, choosing: { what: 'option', options } }, says: [whichOne(frame, position, options)] };
}

function pick(ask: AskStep, options: readonly Json[], input: Input, now: Now): Json | undefined {
  const read = ask.kind.read(input, now);
  const same =
    read.kind === 'value' ? options.find((option) => JSON.stringify(option) === JSON.stringify(read.value)) : undefined;
  if (same !== undefined) return same;
  // “2” names a place in the list only where the options are not numbers themselves.
  const place = /^([1-9])[.、。]?$/.exec(input.text.trim())?.[1];
  const ordinal =
    place && options.every((option) => typeof option !== 'number') ? options[Number(place) - 1] : undefined;
  return ordinal ?? (ask.kind.narrow?.(options, input, now) as Json | undefined);
}

export const onTop = (talk: Talk, frame: Frame): Talk => ({ ...talk, stack: [...talk.stack.slice(0, -1), frame] });
export const quiet = ({ stack, shelf, misses }: Talk): Talk => ({ stack, shelf, misses });

export function flowNamed(runtime: Runtime, name: string): Flow {
  const flow = runtime.flows[name];
  if (!flow) throw new Error(`No flow is called “${name}”; dialogs/index.ts lists them.`);
  return flow;
}
