/** Words that are no answer to the open question, or fit several. */
import type { Input, Now, Problem, Values } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import type { AskStep, Frame } from './flow.ts';
import { noteFacts, type Open, type Outcome, type Runtime, type Talk } from './runtime.ts';
import { question, type Say, whichOne, wrong } from './say.ts';

/** What is told besides is kept; the question stands. */
export function unanswered(
  runtime: Runtime,
  talk: Talk,
  { frame, position }: { readonly frame: Frame; readonly position: Open },
  { text }: Input,
  { problem, values }: Problem,
): Outcome {
  const noted = noteFacts(runtime, talk, text, position.ask.name);
  if (JSON.stringify(noted) === JSON.stringify(talk)) return missed(talk, frame, position, problem, values);
  // Who told something is not told off for having answered something else.
  const again = problem === 'notAnOption' ? question(frame, position) : wrong(frame, position, problem, values);
  return { talk: noted, says: [{ key: 'common.keptForLater' }, again] };
}

function missed(talk: Talk, frame: Frame, position: Open, problem: string, values?: Values): Outcome {
  const misses = talk.misses + 1;
  const offer: Say[] = misses === 2 ? [{ key: 'human.offer' }] : [];
  const say = wrong(frame, position, problem, values);
  return {
    talk: { ...talk, misses },
    says: [...offer, misses >= 2 ? { ...say, quick: [...(say.quick ?? []), 'human'] } : say],
  };
}

export function offer(talk: Talk, frame: Frame, position: Open, options: readonly Json[]): Outcome {
  const choosing = { what: 'option', options } as const;
  const say = whichOne(frame, position, options);
  if (talk.choosing?.what !== 'option') return { talk: { ...talk, choosing }, says: [say] };
  // Asked again: a person is offered, once in words and then as a button.
  const misses = Math.max(2, talk.misses + 1);
  const first: Say[] = misses === 2 ? [{ key: 'human.offer' }] : [];
  const quick = [...(say.quick ?? []), 'human'];
  return { talk: { ...talk, choosing, misses }, says: [...first, { ...say, quick }] };
}

export function pick(ask: AskStep, options: readonly Json[], input: Input, now: Now): Json | undefined {
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
