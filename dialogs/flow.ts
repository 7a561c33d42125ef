/**
 * The engine of guided conversations.
 *
 * A flow is a pure generator that reads like the conversation itself. It is replayed from the named answers each time, so
 * the position is a function of the answers: nothing breaks when questions are added or swapped while somebody waits.
 *
 * Three rules for who writes a flow: (1) no clock, no chance, no look-ups outside `fetch`; (2) every question has a name of
 * its own (`person.2.state`); (3) no sentence and no legal number in it: `claims/` decides, `locales/` speaks.
 */
import type { Kind, Now } from '../prompts/kind.ts';
import type { Json, JsonObject } from '../store/ports.ts';
import type { Raise } from './raise.ts';
import type { Doubt, Restates, Revision } from './restated.ts';

export type Stage = 'safety' | 'course' | 'injured' | 'check';

export interface AskOptions {
  readonly stage?: Stage;
  /** Picks another wording of the same question: key `<flow>.<question>.ask_<variant>`. */
  readonly variant?: string;
  readonly values?: Shown;
  /** Every answer so far is read back with this question; “change” leads to a correction instead of an answer. */
  readonly readBack?: boolean;
  /** Numbers to dial, offered as buttons. */
  readonly calls?: readonly string[];
  /** Words of this question for a problem of its kind, where the general ones are not kind enough: problem → key. */
  readonly problems?: Readonly<Record<string, string>>;
  /** Answered already, and then told otherwise: which is right? */
  readonly doubt?: { readonly before: Json; readonly told: Json };
}

export interface TellOptions {
  /** Tells it apart from another with the same key, where a flow says a thing twice. */
  readonly id?: string;
  readonly values?: Shown;
  readonly calls?: readonly string[];
  readonly quick?: readonly string[];
  /** Staff must hear of it at once, whatever becomes of this conversation. */
  readonly raise?: Raise;
}
/** Values for a sentence: plain ones, or an answer that locales know how to show. */
export type Shown = Readonly<Record<string, string | number | boolean | ShownAnswer>>;
export interface ShownAnswer {
  readonly kind: string;
  readonly answer: Json;
}

export interface AskStep {
  readonly step: 'ask';
  readonly name: string;
  readonly kind: Kind<unknown>;
  readonly options: AskOptions;
}
export interface TellStep {
  readonly step: 'tell';
  readonly key: string;
  readonly options: TellOptions;
}
export interface FetchStep {
  readonly step: 'fetch';
  readonly what: string;
  readonly args: JsonObject;
}
export type Step = AskStep | TellStep | FetchStep;
export type Script<R> = Generator<Step, R, unknown>;

export interface Flow<R = unknown> {
  readonly name: string;
  /** Facts in free text that may fill a question before it is asked, by question name; `asked` is the open question. */
  readonly understands?: (text: string, now: Now, asked: string | undefined, answers?: Answers) => JsonObject;
  /** Words that answer nothing and yet tell something: which answer they add to, and what it is then. */
  readonly adds?: (
    text: string,
    answers: Answers,
    atReadBack: boolean,
  ) => { readonly name: string; readonly value: Json } | undefined;
  /** Words at one question that make an earlier answer another one: “三个人，…” where one person's state was asked. */
  readonly revises?: (text: string, now: Now, asked: string, answers: Answers) => Revision | undefined;
  /** What words say of answers given before, so plainly that it may be held against them. */
  readonly restates?: Restates;
  /** Answers that this one takes away: what was told before consent was declined. */
  readonly drops?: (name: string, value: Json, answers: Answers) => readonly string[];
  /** Renamed questions: old name → new name, for people who were waiting during a deploy. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Answers that rest on another and are forgotten when it is changed; a name ending in “.” stands for all that begin so. */
  readonly dependents?: Readonly<Record<string, readonly string[]>>;
  script(start: Start): Script<R>;
}

export interface Start {
  readonly now: Now;
  readonly params: JsonObject;
}

/** Asks once; on replay returns the stored answer. */
export function* ask<T>(name: string, kind: Kind<T>, options: AskOptions = {}): Script<T> {
  const answer: unknown = yield { step: 'ask', name, kind, options };
  if (!kind.accepts(answer))
    throw new Error(`The engine gave “${name}” an answer that its kind “${kind.kind}” refuses.`);
  return answer;
}

/** Says something without asking; said once. */
export function* tell(key: string, options: TellOptions = {}): Script<void> {
  yield { step: 'tell', key, options };
}

/** A look-up without side effect, performed by the runtime and recorded under what and with which arguments. */
export function* fetch(what: string, args: JsonObject = {}): Script<JsonObject> {
  const found: unknown = yield { step: 'fetch', what, args };
  return isObject(found) ? found : {};
}

/** One answer as stored. */
export interface Answer {
  readonly value: Json;
  readonly at: number;
  /** Not yet heard back by the person: understood from free text, or kept from another path. Read back when reached. */
  readonly unheard?: true;
  readonly by?: string; // The colleague who has put it right.
  /** When the path last left this question behind; forgotten a day later. */
  readonly leftAt?: number;
}

export type Answers = Readonly<Record<string, Answer>>;

/** A running flow as it rests in the conversation's state: no words, no position. */
export interface Frame {
  readonly flow: string;
  readonly startedAt: number;
  readonly params: JsonObject;
  readonly answers: Answers;
  readonly told: readonly string[];
  readonly fetched: JsonObject;
  /** A question that was opened again, and everything as it stood before: “不用改” brings it back. */
  readonly changing?: { readonly name: string; readonly answers: Answers };
  /** Told otherwise than answered: the person is asked which is right. */
  readonly doubts?: readonly Doubt[];
}

export interface TrailItem {
  readonly name: string;
  readonly kind: string;
  readonly value: Json;
  readonly options: AskOptions;
  readonly of: Kind<unknown>;
}

interface Path {
  readonly trail: readonly TrailItem[];
  readonly tells: readonly TellStep[];
}
export type Position = Path &
  (
    | { readonly at: 'question'; readonly ask: AskStep }
    | { readonly at: 'fetch'; readonly fetch: FetchStep; readonly key: string }
    | { readonly at: 'end'; readonly result: unknown }
  );

/** Where a frame stands: replays the script from its answers. */
export function resolve(flow: Flow, frame: Frame): Position {
  const trail: TrailItem[] = [];
  const tells: TellStep[] = [];
  const script = flow.script({ now: { at: frame.startedAt }, params: frame.params });
  let next = script.next();
  while (!next.done) {
    const step = next.value;
    if (step.step === 'tell') {
      tells.push(step);
      next = script.next();
    } else if (step.step === 'fetch') {
      const key = fetchKey(step);
      const found = frame.fetched[key];
      if (found === undefined) return { at: 'fetch', fetch: step, key, trail, tells };
      next = script.next(found);
    } else {
      const answer = answerTo(step, flow, frame, trail);
      if (answer === undefined) return { at: 'question', ask: step, trail, tells };
      trail.push({ name: step.name, kind: step.kind.kind, value: answer, options: step.options, of: step.kind });
      next = script.next(answer);
    }
  }
  return { at: 'end', result: next.value, trail, tells };
}

function answerTo(step: AskStep, flow: Flow, frame: Frame, trail: readonly TrailItem[]): Json | undefined {
  if (trail.some((item) => item.name === step.name)) {
    throw new Error(`Flow “${flow.name}” asks “${step.name}” twice; a repeated question needs a name of its own.`);
  }
  const stored = frame.answers[step.name];
  return stored && step.kind.accepts(stored.value) ? stored.value : undefined;
}

export function fetchKey(step: FetchStep): string {
  return `${step.what}(${JSON.stringify(step.args, Object.keys(step.args).sort())})`;
}

const isObject = (v: unknown): v is JsonObject => typeof v === 'object' && v !== null && !Array.isArray(v);
