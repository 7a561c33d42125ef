/**
 * One message against the running flows: answers, goes back, corrects, switches topic and returns. Written once, here, so
 * that no flow has to think of it. Pure but for `look`, which the runtime provides.
 */
import type { Input, Problem } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import { decided, undoubted } from './doubt.ts';
import type { AskStep, Frame, ShownAnswer } from './flow.ts';
import { answered, heard, swept, unheard, withFetched, without, withTold } from './frame.ts';
import { positionOf, standsAs } from './position.ts';
import {
  flowNamed,
  noteFacts,
  type Open,
  type Outcome,
  onTop,
  openQuestion,
  quiet,
  type Runtime,
  reopen,
  type Talk,
} from './runtime.ts';
import { sameAsBefore } from './same.ts';
import { asks, news, question, type Say, shownField } from './say.ts';
import { offer, pick, unanswered } from './unanswered.ts';

type Opened = { readonly frame: Frame; readonly position: Open };

export async function answer(runtime: Runtime, talk: Talk, input: Input): Promise<Outcome> {
  const open = openQuestion(runtime, talk);
  if (!open) return { talk, says: [] };
  const { ask } = open.position;
  if (ask.options.doubt) return decide(runtime, talk, ask, input);
  if (talk.choosing?.what === 'option') {
    const picked = pick(ask, talk.choosing.options, input, runtime.now);
    if (picked !== undefined) return take(runtime, talk, ask.name, picked, input);
  }
  const flow = flowNamed(runtime, open.frame.flow);
  const revised = flow.revises?.(input.text, runtime.now, ask.name, open.frame.answers);
  if (revised) {
    const reopened = reopen(runtime, talk, revised.name);
    if ('because' in revised) return askAgain(runtime, reopened, revised.because, input);
    const { name, value, silent } = revised;
    return take(runtime, reopened, name, value, input, silent ? undefined : 'common.corrected');
  }
  const same = sameAsBefore(open.position, input.text);
  if (same !== undefined) return take(runtime, talk, ask.name, same, input);
  const read = ask.kind.read(input, runtime.now);
  if (read.kind === 'problem') return aside(runtime, talk, open, input, read);
  if (read.kind === 'ambiguous') return offer(talk, open.frame, open.position, read.options as readonly Json[]);
  if (ask.options.readBack && read.value === 'change') return chooseField(talk, open.frame, open.position);
  return take(runtime, talk, ask.name, read.value as Json, input);
}

/** No answer: what the words tell of other answers, what they add to the account, or nothing. */
async function aside(runtime: Runtime, talk: Talk, open: Opened, input: Input, problem: Problem): Promise<Outcome> {
  const { ask } = open.position;
  const flow = flowNamed(runtime, open.frame.flow);
  const { answers } = open.frame;
  const added = flow.adds?.(input.text, answers, ask.options.readBack === true);
  const noted = noteFacts(runtime, talk, input.text, ask.name);
  if (!isNews(runtime, noted))
    return added ? add(runtime, noted, added) : unanswered(runtime, talk, open, input, problem);
  // A value and nothing besides is no part of the account.
  const tells = flow.adds?.(input.text, answers, false);
  return tells ? add(runtime, noted, tells) : settle(runtime, { ...noted, misses: 0 });
}

/** Whether an answer is another one now, or has become doubtful. */
function isNews(runtime: Runtime, talk: Talk): boolean {
  const open = openQuestion(runtime, talk);
  return (
    open !== undefined &&
    (open.position.ask.options.doubt !== undefined || unheard(open.frame, open.position).length > 0)
  );
}

/** Which of two is right was asked, once: whatever does not say leaves the first, and is heard for what it is. */
async function decide(runtime: Runtime, talk: Talk, ask: AskStep, input: Input): Promise<Outcome> {
  const decision = decided(ask, input, runtime.now);
  if (decision === 'elsewhere') return answer(runtime, certain(talk, ask.name), input);
  const stays = decision === undefined || JSON.stringify(decision.value) === JSON.stringify(ask.options.doubt?.before);
  if (stays) return stands(runtime, talk, ask);
  const others = certain(talk, ask.name).stack.at(-1)?.doubts ?? [];
  const reopened = reopen(runtime, talk, ask.name);
  const frame = reopened.stack.at(-1);
  const next = frame && others.length > 0 ? onTop(reopened, { ...frame, doubts: others }) : reopened;
  // A report that was sent says itself that it was changed.
  const notice = frame?.flow === 'correction' ? undefined : 'common.corrected';
  return take(runtime, next, ask.name, decision.value, input, notice);
}

/** The answer that was given stays, and the person hears which. */
export async function stands(runtime: Runtime, talk: Talk, { name, kind, options }: AskStep): Promise<Outcome> {
  const outcome = await settle(runtime, certain({ ...talk, misses: 0 }, name));
  const value = { kind: kind.kind, answer: options.doubt?.before ?? '' };
  const field = shownField(talk.stack.at(-1)?.flow ?? '', name);
  return { ...outcome, says: [{ key: 'common.stays', values: { field, value } }, ...outcome.says] };
}

function certain(talk: Talk, name: string): Talk {
  const frame = talk.stack.at(-1);
  return frame ? onTop(quiet(talk), undoubted(frame, name)) : talk;
}

/** What was told joins the account, and the question it throws doubt on is asked anew, now or when it is reached. */
async function askAgain(runtime: Runtime, talk: Talk, because: string, { text }: Input): Promise<Outcome> {
  const frame = talk.stack.at(-1);
  const told = frame && flowNamed(runtime, frame.flow).adds?.(text, frame.answers, true);
  const next = frame && told ? onTop(talk, answered(frame, told.name, told.value, runtime.now.at)) : talk;
  const outcome = await settle(runtime, { ...next, misses: 0 });
  return { ...outcome, says: [{ key: because }, ...outcome.says] };
}

/** Words that answered nothing belong to an earlier answer; what follows from them is said at once. */
async function add(runtime: Runtime, talk: Talk, { name, value }: { name: string; value: Json }): Promise<Outcome> {
  const frame = talk.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const next = onTop(talk, answered(frame, name, value, runtime.now.at));
  const outcome = await settle(runtime, { ...next, misses: 0 });
  const added: Say = { key: 'common.addedTo', values: { field: shownField(frame.flow, name) } };
  return { ...outcome, says: [added, ...outcome.says] };
}

/** “有要改的”: which of the answers so far? */
export function chooseField(talk: Talk, frame: Frame, position: Open): Outcome {
  const readBack = { flow: frame.flow, items: position.trail };
  const say: Say = { key: 'common.whichField', asked: asks(frame, position), readBack, quick: ['keep'] };
  return { talk: { ...talk, choosing: { what: 'field' } }, says: [say] };
}

/** With everything that the path needs to know before it asks, or ends. */
export async function lookedUp(runtime: Runtime, given: Frame): Promise<Frame> {
  const flow = flowNamed(runtime, given.flow);
  let frame = given;
  let position = positionOf(flow, frame);
  while (position.at === 'fetch') {
    frame = withFetched(frame, position.key, await runtime.look(position.fetch.what, position.fetch.args));
    position = positionOf(flow, frame);
  }
  return frame;
}

/** Goes on until a person must answer or the flow has ended. */
export async function settle(runtime: Runtime, talk: Talk): Promise<Outcome> {
  const top = talk.stack.at(-1);
  if (!top) return { talk, says: [] };
  const flow = flowNamed(runtime, top.flow);
  let frame = await lookedUp(runtime, top);
  const position = positionOf(flow, frame);
  const said = news(frame, position);
  frame = standsAs(frame, heard(withTold(frame, said.told), said.heard));
  if (position.at === 'end') {
    const stack = talk.stack.slice(0, -1);
    return {
      talk: { ...quiet(talk), stack },
      says: said.says,
      ended: { flow: flow.name, result: position.result, frame },
    };
  }
  if (position.at === 'fetch') throw new Error('What the path needs was looked up, and it needs it still.');
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
  const frame = talk.stack.at(-1);
  if (!frame) return { talk, says: [] };
  const flow = flowNamed(runtime, frame.flow);
  const next = without(answered(frame, name, value, runtime.now.at), flow.drops?.(name, value, frame.answers) ?? []);
  const noted = noteFacts(runtime, onTop(talk, next), input.text, name);
  const outcome = await settle(runtime, { ...noted, misses: 0 });
  const kind = (): string => positionOf(flow, next).trail.find((item) => item.name === name)?.kind ?? '';
  const first: Say[] = notice ? [noticed(notice, shownField(frame.flow, name), kind(), value)] : [];
  return { ...outcome, talk: sweep(runtime, outcome.talk, frame.flow), says: [...first, ...outcome.says] };
}

/** An answer that the path has not reached yet is read back when it does. */
function noticed(key: string, field: ShownAnswer, kind: string, answer: Json): Say {
  return kind === '' ? { key: 'common.keptForLater' } : { key, values: { field, value: { kind, answer } } };
}

function sweep(runtime: Runtime, talk: Talk, flow: string): Talk {
  const frame = talk.stack.at(-1);
  if (frame?.flow !== flow) return talk;
  const position = positionOf(flowNamed(runtime, flow), frame);
  return onTop(talk, standsAs(frame, swept(frame, position, runtime.now.at)));
}
