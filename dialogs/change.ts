/** Going back, correcting and stopping: what a person may do to answers given before. */
import type { Input, Kind } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import { answered, kept, lastAnswered, reopened } from './frame.ts';
import { newValueIn } from './newValue.ts';
import { positionOf } from './position.ts';
import {
  flowNamed,
  type Outcome,
  onTop,
  openQuestion,
  quiet,
  type Runtime,
  reopen,
  reprompt,
  type Talk,
} from './runtime.ts';
import { wrong } from './say.ts';
import { settle, stands, take } from './talk.ts';
import { offer } from './unanswered.ts';

/** “返回”: opens the question before. */
export async function back(runtime: Runtime, talk: Talk): Promise<Outcome> {
  const open = openQuestion(runtime, talk);
  const name = open && lastAnswered(open.position);
  if (!open || !name) return { talk, says: [{ key: 'common.noWayBack' }, ...reprompt(runtime, talk)] };
  return settle(runtime, onTop({ ...talk, misses: 0 }, reopened({ ...open.frame, fetched: {} }, name)));
}

/**
 * “时间填错了，是八点半”: opens one answer again, and answers it at once where the same words hold the new value. Everything
 * behind it stays.
 */
export async function correct(runtime: Runtime, talk: Talk, name: string, input: Input): Promise<Outcome> {
  const frame = talk.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const before = frame.answers[name];
  const next = reopen(runtime, talk, name);
  const open = openQuestion(runtime, next);
  if (!before || open?.position.ask.name !== name) return settle(runtime, next);
  const read = newValueIn(open.position.ask.kind, before.value, input, runtime.now);
  if (read?.kind === 'value') return take(runtime, next, name, read.value as Json, input, 'common.corrected');
  if (read?.kind === 'ambiguous') return offer(next, open.frame, open.position, read.options as readonly Json[]);
  if (read) return { talk: quiet(next), says: [wrong(open.frame, open.position, read.problem, read.values)] };
  return settle(runtime, next);
}

/** “不用改”: the answer that was opened again, or is in doubt, stands as it was. Undefined where none was. */
export async function keep(runtime: Runtime, talk: Talk): Promise<Outcome | undefined> {
  const frame = talk.stack.at(-1);
  const ask = openQuestion(runtime, talk)?.position.ask;
  if (ask?.options.doubt) return stands(runtime, talk, ask);
  if (!frame?.changing || frame.changing.name !== ask?.name) return undefined;
  return settle(runtime, onTop({ ...talk, misses: 0 }, kept(frame)));
}

/** An earlier answer is another one now, and the path with it; undefined where it stood so already. */
export async function revise(runtime: Runtime, talk: Talk, name: string, value: Json): Promise<Outcome | undefined> {
  const frame = talk.stack.at(-1);
  const before = frame?.answers[name];
  if (!frame || !before || before.value === value) return undefined;
  const opened = reopen(runtime, talk, name).stack.at(-1) ?? frame;
  return settle(runtime, onTop({ ...talk, misses: 0 }, answered(opened, name, value, runtime.now.at)));
}

interface Owner {
  /** Place on the stack. */
  readonly at: number;
  readonly flow: string;
  readonly question: string;
  readonly kind: Kind<unknown>;
}

/** Every answer given so far, of the flow being answered first and of those that wait. */
export function owners(runtime: Runtime, talk: Talk): readonly Owner[] {
  return [...talk.stack.keys()].reverse().flatMap((at) => {
    const frame = talk.stack[at];
    const trail = frame ? positionOf(flowNamed(runtime, frame.flow), frame).trail : [];
    return trail.map(({ name, of }) => ({ at, flow: frame?.flow ?? '', question: name, kind: of }));
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
