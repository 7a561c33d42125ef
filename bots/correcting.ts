/** “时间填错了，是八点半”: which answer is meant, and where it stands: in a running flow or in a submitted report. */

import { begin } from '../dialogs/begin.ts';
import { broughtUp, correct, owners } from '../dialogs/change.ts';
import { correctableFields } from '../dialogs/correction/index.ts';
import { newValueIn } from '../dialogs/newValue.ts';
import { openQuestion, reprompt, running } from '../dialogs/runtime.ts';
import { plain } from '../dialogs/say.ts';
import { chooseField } from '../dialogs/talk.ts';
import { languages } from '../locales/render.ts';
import type { Input, Now } from '../prompts/kind.ts';
import { asksSomething, saysGiven } from '../understanding/asks.ts';
import { behindYes, correctsAtOnce, fieldIn, takenBackIn } from '../understanding/field.ts';
import { byHowMuch } from '../understanding/requestWords.ts';
import { aheadInAdvance, correctsTwo, targetInAdvance } from './advance/righting.ts';
import { keptForLater } from './ahead.ts';
import { mendsNumber } from './calls.ts';
import { labelsOf } from './labels.ts';
import { callPerson, movesCallBack } from './person.ts';
import { proceed, type Scope } from './scope.ts';

/** An answer: of a flow on the stack (by its place), or of the submitted report. */
export type Target =
  | { readonly at: number; readonly question: string }
  | { readonly at: 'claim'; readonly question: string };

/** A “change” button, by what the client sent with it or by its text to the letter, in any language, of any flow in progress. */
export async function correctTapped(scope: Scope, input: Input): Promise<boolean> {
  const { talk } = scope.draft.state;
  const tapped = input.change
    ? targetOf(scope, input.change.question, input.change.flow)
    : labelled(scope, input.text, 'change');
  if (tapped) return reopen(scope, tapped, nothingSaid);
  if (talk.choosing?.what === 'field') {
    const named = labelled(scope, input.text, 'label') ?? targetOf(scope, fieldIn(input.text, scope.runtime.now));
    return named !== undefined && reopen(scope, named, input);
  }
  // A button of a question that is no longer there is no answer to the open one.
  return input.change !== undefined && offerFields(scope);
}

/** In words: the field is named, or is asked for. `soft` words (“应该是”) correct only what they name and is not being asked. */
export async function correctInWords(scope: Scope, input: Input, soft: boolean): Promise<boolean> {
  const { draft, runtime } = scope;
  // “这个电话不是刚才给了吗”: nothing is wrong, and nothing is asked for again.
  if (openQuestion(runtime, draft.state.talk) && saysGiven(input.text)) {
    scope.say({ key: 'common.haveIt' }, ...reprompt(runtime, draft.state.talk));
    return true;
  }
  // “金额少写了五千” says by how much, and the request itself knows of what.
  if (running(draft.state.talk, 'advance') && byHowMuch(input.text) !== undefined) return false;
  if (!soft && (await correctsTwo(scope, input))) return true;
  const field = fieldIn(input.text, runtime.now);
  const target =
    targetInAdvance(scope, input.text) ??
    (aheadInAdvance(scope, input.text) ? undefined : labelled(scope, input.text, 'label')) ??
    targetOf(scope, field) ??
    targetOfValue(scope, input.text) ??
    (field ? undefined : targetOfKind(scope, input));
  const open = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (soft && (field ?? target?.question) === open?.name) return false;
  if (soft && isPartOfAccount(open?.kind.kind, input.text, runtime.now)) return false;
  if (field === 'phone' && !target && movesCallBack(scope, input.text)) return callPerson(scope, 'asked', input);
  const mended = field === 'phone' && (await mendsNumber(scope, input.text, target !== undefined));
  if (mended && !target) return true;
  if (target) return reopen(scope, target, input);
  if (field && keptForLater(scope, field, input)) return true;
  if (soft) return false;
  if (offerFields(scope)) return true;
  if (!draft.state.claim) return false;
  await proceed(
    scope,
    await begin(runtime, draft.state.talk, 'correction', { params: { claim: draft.state.claim.id } }),
  );
  return true;
}

/** “医院要五万” names the hospital, and says nothing of it. A bed is asked for again. */
function holdsValue({ runtime, draft }: Scope, { at, question }: Target, input: Input): boolean {
  const owner = owners(runtime, draft.state.talk).find((one) => one.at === at && one.question === question);
  if (owner?.kind.kind === 'text') return true;
  return owner !== undefined && newValueIn(owner.kind, undefined, input, runtime.now)?.kind === 'value';
}

/** At the read-back “时间是昨晚十一点多” corrects what it names, if it holds another value. */
export async function correctStated(scope: Scope, given: Input): Promise<boolean> {
  const input = { ...given, text: behindYes(given.text) };
  const { draft, runtime } = scope;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  const stated = ask?.options.readBack && !asksSomething(input.text) ? targetInAdvance(scope, input.text) : undefined;
  if (stated && holdsValue(scope, stated, input)) return reopen(scope, stated, input);
  const field = ask?.options.readBack ? fieldIn(input.text, runtime.now) : undefined;
  const kind = field && !asksSomething(input.text) ? correctableFields[field]?.() : undefined;
  const target = kind && newValueIn(kind, undefined, input, runtime.now)?.kind === 'value' && targetOf(scope, field);
  return target ? reopen(scope, target, input) : false;
}

/** “不是文三路，是文二路口”, “不是三万，是五万”: the answer that holds what is taken back. */
function targetOfValue({ runtime, draft }: Scope, text: string): Target | undefined {
  const old = takenBackIn(text);
  if (old === undefined) return undefined;
  return owners(runtime, draft.state.talk).find(({ at, question, kind }) => {
    const answer = JSON.stringify(draft.state.talk.stack[at]?.answers[question]?.value);
    const read = kind.read({ text: old, files: [] }, runtime.now);
    return answer?.includes(old) || (read.kind === 'value' && JSON.stringify(read.value) === answer);
  });
}

/** “不对，是13900001111”: the answer that such a value corrects, where only one can be meant. */
function targetOfKind(scope: Scope, input: Input): Target | undefined {
  const name = ['phone', 'ownPlate', 'when'].find((field) => {
    const kind = correctableFields[field]?.();
    return kind && newValueIn(kind, undefined, input, scope.runtime.now)?.kind === 'value';
  });
  return targetOf(scope, name);
}

/** A tap names the answer and says nothing about it. */
const nothingSaid: Input = { text: '', files: [] };

/** In an account “他看错了灯” corrects nothing; what corrects an answer begins with its name. */
const isPartOfAccount = (asked: string | undefined, text: string, now: Now): boolean =>
  asked === 'text' && (text.length > 30 || !correctsAtOnce(text, now));

export async function reopen(scope: Scope, target: Target, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const { talk, claim } = draft.state;
  if (target.at === 'claim') {
    if (claim) await draft.know(claim.id, scope.deps.store);
    const before = claim ? draft.facts.get(claim.id)?.report[target.question] : undefined;
    const params = { claim: claim?.id ?? '', field: target.question };
    await proceed(
      scope,
      await begin(runtime, talk, 'correction', { params, input, ...(before == null ? {} : { before }) }),
    );
  } else {
    await proceed(scope, await correct(runtime, broughtUp(talk, target.at), target.question, input));
  }
  return true;
}

function offerFields(scope: Scope): boolean {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'report') return false;
  const named = open.position.trail.some(({ name }) =>
    scope.deps.renderer.has(draft.state.lang, `labels.report.${plain(name)}`),
  );
  if (!named) return false;
  const { talk, says } = chooseField(draft.state.talk, open.frame, open.position);
  draft.set({ talk });
  scope.say(...says);
  return true;
}

/** The answer with this name: nearest flow first, then the submitted report. */
export function targetOf(scope: Scope, question: string | undefined, flow?: string): Target | undefined {
  if (question === undefined) return undefined;
  const found = owners(scope.runtime, scope.draft.state.talk).find(
    (owner) =>
      (flow === undefined || owner.flow === flow) && (owner.question === question || tells(owner.question, question)),
  );
  if (found) return found;
  const inClaim = scope.draft.state.claim && question in correctableFields && (flow === undefined || flow === 'report');
  return inClaim ? { at: 'claim', question } : undefined;
}

/** Some questions tell more than their own answer: that about the injured how many, that about the scene whether police know. */
const tells = (question: string, field: string): boolean =>
  (field === 'injuredCount' && question === 'injured') || (field === 'police' && question === 'scene');

/** The answer whose change button (the whole text) or label (somewhere in the text) this is. */
function labelled({ deps, draft, runtime }: Scope, text: string, by: 'change' | 'label'): Target | undefined {
  if (text === '') return undefined;
  const submitted: (Target & { flow: string })[] = draft.state.claim
    ? Object.keys(correctableFields).map((question) => ({ at: 'claim', flow: 'report', question }))
    : [];
  const named = [...owners(runtime, draft.state.talk), ...submitted].flatMap((target) =>
    languages.flatMap((lang) => {
      const labels = labelsOf(deps.renderer, lang, target.flow, target.question);
      const fits = labels && (by === 'label' ? text.includes(labels.label) : text === labels.change);
      return fits ? [{ target, label: labels.label }] : [];
    }),
  );
  // “医院要的金额” is not “医院”.
  return named.sort((one, other) => other.label.length - one.label.length)[0]?.target;
}
