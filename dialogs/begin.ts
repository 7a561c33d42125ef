/** How a guided conversation begins, or is taken up again. */
import type { Input } from '../prompts/kind.ts';
import type { JsonObject } from '../store/ports.ts';
import type { Frame } from './flow.ts';
import { answered, startFrame } from './frame.ts';
import { answer, flowNamed, type Outcome, openQuestion, type Runtime, settle, type Talk } from './talk.ts';

/** How a flow begins. */
export interface Beginning {
  readonly params?: JsonObject;
  /** Answers that are known already; they can be corrected like any other. */
  readonly known?: JsonObject;
  /** Words that came with the wish and may answer the first question. */
  readonly input?: Input;
}

/** Starts a flow, or goes on with the same one (name and circumstances) on the stack or the shelf. */
export async function begin(runtime: Runtime, talk: Talk, flow: string, beginning: Beginning = {}): Promise<Outcome> {
  const { params = {}, known = {}, input } = beginning;
  const same = (frame: Frame): boolean =>
    frame.flow === flow && JSON.stringify(frame.params) === JSON.stringify(params);
  const shelved = Object.values(talk.shelf).find(same);
  const frame = talk.stack.find(same) ?? shelved ?? startFrame(flowNamed(runtime, flow), runtime.now.at, params);
  const filled = Object.entries(known).reduce((f, [name, value]) => answered(f, name, value, runtime.now.at), frame);
  const shelf = Object.fromEntries(Object.entries(talk.shelf).filter(([, kept]) => kept !== frame));
  const begun = { ...talk, stack: [...talk.stack.filter((other) => other !== frame), filled], shelf, misses: 0 };
  const first = await settle(runtime, begun);
  const found = input && openQuestion(runtime, first.talk)?.position.ask.kind.find(input.text, runtime.now);
  return input && found?.length ? answer(runtime, first.talk, input) : first;
}
