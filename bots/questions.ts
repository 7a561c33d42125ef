/** Questions in the middle of something else: answered where we can, said honestly where we cannot; the open one stands. */
import { begin } from '../dialogs/begin.ts';
import type { Frame } from '../dialogs/flow.ts';
import { openQuestion, reprompt } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import {
  asksSomething,
  asksToChangeLater,
  asksWhetherSent,
  sceneQuestionIn,
  tellsAccident,
} from '../understanding/asks.ts';
import { clausesOf } from '../understanding/clauses.ts';
import { tellsOfThen } from '../understanding/danger.ts';
import { asksWhatNext } from '../understanding/moneyClauses.ts';
import { sentencesOf } from '../understanding/sentences.ts';
import { proceed, type Scope } from './scope.ts';
import { isAsking } from './standing/askings.ts';

/** True when the message was a question and is dealt with. */
export async function answeredQuestion(scope: Scope, input: Input): Promise<boolean> {
  const { runtime, draft } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const { kind } = open?.position.ask ?? {};
  if (!open || !kind) return false;
  if (open.frame.flow === 'report' && asksWhatNext(input.text)) return tellsNext(scope);
  if (open.frame.flow === 'report' && asksWhetherSent(input.text)) return tellsNotSent(scope);
  if (!asksSomething(input.text) || tellsAccident(input.text)) return false;
  // Why somebody disagrees is often said as a question.
  if (open.frame.flow === 'objection' && kind.kind === 'text') return false;
  if (asksToChangeLater(input.text)) {
    scope.say({ key: 'report.changeLater' }, ...reprompt(runtime, draft.state.talk));
    return true;
  }
  const isScenes = kind.kind === 'choice.sceneTopic' && kind.read(input, runtime.now).kind === 'value';
  const topic =
    isScenes || isAsking(open.frame) || isLongOver(open.frame, input.text, runtime.now.at)
      ? undefined
      : sceneQuestionIn(input.text);
  if (topic) return askScene(scope, topic);
  if (kind.kind !== 'text' && kind.read(input, runtime.now).kind !== 'problem') return false;
  // Consent and submitting explain themselves better than any general sentence.
  if (kind.kind === 'choice.consent' || kind.kind === 'choice.submit') return false;
  scope.say({ key: 'common.questionLater' }, ...reprompt(runtime, draft.state.talk).map(withHuman));
  return true;
}

/** Of an accident of days ago nobody is told what to do at the scene. */
function isLongOver({ answers }: Frame, text: string, at: number): boolean {
  const { end } = (answers.when?.value ?? {}) as { readonly end?: string };
  return tellsOfThen(text) || (end !== undefined && at - Date.parse(end) > A_DAY);
}
const A_DAY = 24 * 60 * 60_000;

/** “接下来要干啥”, in the middle of a report: one question after the other, and what follows is told at its end. */
function tellsNext({ say, runtime, draft }: Scope): true {
  if (draft.state.hurtSide) say({ key: 'advance.planFamily' });
  say({ key: 'report.whatNext' }, ...reprompt(runtime, draft.state.talk));
  return true;
}

/** “那笔钱谁出？我报案到底报上没有”, in a report: that is told first, and the rest is heard. Undefined: it was not asked. */
export function tellsWhetherSent(scope: Scope, text: string): string | undefined {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  if (open?.frame.flow !== 'report') return undefined;
  const sentences = sentencesOf(text);
  const others = sentences.filter((one) => !clausesOf(one).some(asksWhetherSent));
  if (others.length === sentences.length || others.length === 0) return undefined;
  scope.say({ key: 'report.notSentYet' });
  return others.join('');
}

/** “到底报上没有”. */
function tellsNotSent({ say, runtime, draft }: Scope): true {
  say({ key: 'report.notSentYet' }, ...reprompt(runtime, draft.state.talk));
  return true;
}

const withHuman = <T extends { readonly quick?: readonly string[] }>(say: T): T => ({
  ...say,
  quick: [...(say.quick ?? []), 'human'],
});

/** One thing about the scene: the answer, then back to what was open; alone, other topics are offered. */
export async function askScene(scope: Scope, topic: string): Promise<boolean> {
  const { runtime, draft } = scope;
  const brief = openQuestion(runtime, draft.state.talk) !== undefined;
  await proceed(scope, await begin(runtime, draft.state.talk, 'scene', { params: { topic, brief } }));
  return true;
}
