/** How a guided conversation begins, or is taken up again. */
import type { Input } from '../prompts/kind.ts';
import type { Json, JsonObject } from '../store/ports.ts';
import type { Frame } from './flow.ts';
import { answered, startFrame } from './frame.ts';
import { newValueIn } from './newValue.ts';
import type { Doubt } from './restated.ts';
import { flowNamed, type Outcome, openQuestion, type Runtime, type Talk } from './runtime.ts';
import { settle, take } from './talk.ts';
import { offer } from './unanswered.ts';

/** How a flow begins. */
export interface Beginning {
  readonly params?: JsonObject;
  /** Answers that are known already; they can be corrected like any other. */
  readonly known?: JsonObject;
  /** Told otherwise than it is known: which is right is asked first. */
  readonly doubt?: Doubt;
  /** Words that came with the wish and may correct what the first question asks for; `before` is what stands there. */
  readonly input?: Input;
  readonly before?: Json;
}

/** Starts a flow, or goes on with the same one (name and circumstances) on the stack or the shelf. */
export async function begin(runtime: Runtime, talk: Talk, flow: string, beginning: Beginning = {}): Promise<Outcome> {
  const { params = {}, known = {}, input } = beginning;
  const same = (frame: Frame): boolean =>
    frame.flow === flow && (!beginning.params || JSON.stringify(frame.params) === JSON.stringify(params));
  const shelved = Object.values(talk.shelf).find(same);
  const frame = talk.stack.find(same) ?? shelved ?? startFrame(flowNamed(runtime, flow), runtime.now.at, params);
  const filled = Object.entries(known).reduce((f, [name, value]) => answered(f, name, value, runtime.now.at), frame);
  const shelf = Object.fromEntries(Object.entries(talk.shelf).filter(([, kept]) => kept !== frame));
  const top = beginning.doubt ? { ...filled, doubts: [beginning.doubt] } : filled;
  const begun = { ...talk, stack: [...talk.stack.filter((other) => other !== frame), top], shelf, misses: 0 };
  const first = await settle(runtime, begun);
  return input ? answeredAtOnce(runtime, first, input, beginning.before) : first;
}

async function answeredAtOnce(runtime: Runtime, first: Outcome, input: Input, before?: Json): Promise<Outcome> {
  const open = openQuestion(runtime, first.talk);
  const { name, kind } = open?.position.ask ?? {};
  const read = open && kind && newValueIn(kind, before, input, runtime.now);
  if (!open || !name || !read || read.kind === 'problem') return first;
  if (read.kind === 'ambiguous') return offer(first.talk, open.frame, open.position, read.options as readonly Json[]);
  return take(runtime, first.talk, name, read.value as Json, input);
}
