/** Going back, correcting and stopping: what a person may do to answers given before. */
import type { Input } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import { resolve } from './flow.ts';
import { lastAnswered, reopened } from './frame.ts';
import {
  flowNamed,
  type Outcome,
  offer,
  onTop,
  openQuestion,
  quiet,
  type Runtime,
  reprompt,
  settle,
  type Talk,
  take,
} from './talk.ts';

/** “返回”: opens the question before. */
export async function back(runtime: Runtime, talk: Talk): Promise<Outcome> {
  const open = openQuestion(runtime, talk);
  const name = open && lastAnswered(open.position);
  if (!open || !name) return { talk, says: [{ key: 'common.noWayBack' }, ...reprompt(runtime, talk)] };
  return settle(runtime, onTop({ ...talk, misses: 0 }, reopened(open.frame, name)));
}

/**
 * “时间填错了，是八点半”: opens one answer again, and answers it at once where the same words hold the new value. Everything
 * behind it stays.
 */
export async function correct(runtime: Runtime, talk: Talk, name: string, input: Input): Promise<Outcome> {
  const frame = talk.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const before = frame.answers[name];
  const next = onTop(talk, reopened(frame, name));
  const open = openQuestion(runtime, next);
  if (!before || open?.position.ask.name !== name) return settle(runtime, next);
  const { kind } = open.position.ask;
  const read = (kind.amend ?? ((_old, words, now) => kind.read(words, now)))(before.value, input, runtime.now);
  if (read.kind === 'value') return take(runtime, next, name, read.value as Json, input, 'common.corrected');
  if (read.kind === 'ambiguous') return offer(next, open.frame, open.position, read.options as readonly Json[]);
  return settle(runtime, next);
}

/** Every answer given so far, of the flow being answered first and of those that wait. */
export function owners(runtime: Runtime, talk: Talk): readonly { at: number; flow: string; question: string }[] {
  return [...talk.stack.keys()].reverse().flatMap((at) => {
    const frame = talk.stack[at];
    const trail = frame ? resolve(flowNamed(runtime, frame.flow), frame).trail : [];
    return trail.map((item) => ({ at, flow: frame?.flow ?? '', question: item.name }));
  });
}

/** A waiting flow is answered next; help about the scene above it is dropped, everything else waits below it. */
export function broughtUp(talk: Talk, at: number): Talk {
  const wanted = talk.stack[at];
  if (!wanted) return talk;
  const above = talk.stack.slice(at + 1).filter((frame) => frame.flow !== 'scene');
  return { ...quiet(talk), stack: [...talk.stack.slice(0, at), ...above, wanted] };
}

/** “取消”: puts the running flow on the shelf; nothing is lost. */
export function shelve(talk: Talk): { talk: Talk; flow: string | undefined } {
  const frame = talk.stack.at(-1);
  if (!frame) return { talk, flow: undefined };
  const stack = talk.stack.slice(0, -1);
  return { talk: { ...quiet(talk), stack, shelf: { ...talk.shelf, [frame.flow]: frame } }, flow: frame.flow };
}
