/** What one message against the running flows is worked out with: the talk, the clock, the flows, and what is open. */
import type { Now } from '../prompts/kind.ts';
import type { Json, JsonObject } from '../store/ports.ts';
import { heldAgainst } from './doubt.ts';
import type { Flow, Frame, Position } from './flow.ts';
import { reopened, understood } from './frame.ts';
import { positionOf } from './position.ts';
import { question, type Say } from './say.ts';

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
  const position = positionOf(flowNamed(runtime, frame.flow), frame);
  return position.at === 'question' ? { frame, position } : undefined;
}

/** Asks the open question again, or nothing if none is open. */
export function reprompt(runtime: Runtime, talk: Talk): Say[] {
  const open = openQuestion(runtime, talk);
  return open ? [question(open.frame, open.position)] : [];
}

/** Everything that was begun and not ended, running or stopped. */
export const framesOf = ({ stack, shelf }: Talk): readonly Frame[] => [...stack, ...Object.values(shelf)];

/** Whether a flow was begun and is not ended; `running`: and is not stopped. */
export const begun = (talk: Talk, flow: string): boolean => framesOf(talk).some((frame) => frame.flow === flow);
export const running = ({ stack }: Talk, flow: string): boolean => stack.some((frame) => frame.flow === flow);

/** The talk with one answer of the running flow taken back, and those that rest on it. */
export function reopen(runtime: Runtime, talk: Talk, name: string): Talk {
  const frame = talk.stack.at(-1);
  if (!frame) return talk;
  return onTop(talk, reopened(frame, name, flowNamed(runtime, frame.flow).dependents?.[name]));
}

/**
 * Fills questions that are still ahead from free text, and holds it against answers that were given; `asked` is the question
 * that the text answers, if any.
 */
export function noteFacts(runtime: Runtime, talk: Talk, text: string, asked: string | undefined): Talk {
  const frame = talk.stack.at(-1);
  if (!frame || text === '') return talk;
  const flow = flowNamed(runtime, frame.flow);
  const known = flow.understands?.(text, runtime.now, asked, frame.answers) ?? {};
  const next = Object.entries(known)
    .filter(([name]) => name !== asked)
    .reduce((filled, [name, value]) => understood(filled, name, value, runtime.now.at), frame);
  return onTop(talk, heldAgainst(flow, next, text, asked, runtime.now));
}

/** Keeps one fact for a question that is still ahead, or corrects nothing if it is answered. */
export function noteFact(runtime: Runtime, talk: Talk, name: string, value: Json): Talk {
  const frame = talk.stack.at(-1);
  return frame ? onTop(talk, understood(frame, name, value, runtime.now.at)) : talk;
}

/** What was open is left; below it the rest goes on. */
export const withoutTop = (talk: Talk): Talk => ({ ...talk, stack: talk.stack.slice(0, -1) });
export const onTop = (talk: Talk, frame: Frame): Talk => ({ ...talk, stack: [...talk.stack.slice(0, -1), frame] });
export const quiet = ({ stack, shelf, misses }: Talk): Talk => ({ stack, shelf, misses });

export function flowNamed(runtime: Runtime, name: string): Flow {
  const flow = runtime.flows[name];
  if (!flow) throw new Error(`No flow is called “${name}”; dialogs/index.ts lists them.`);
  return flow;
}
