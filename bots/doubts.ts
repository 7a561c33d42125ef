/** Which of two answers is right: a tap, whose words may hide part of what they stand for (“138****8000”). */
import { mayNoteInjuries } from '../claims/report.ts';
import { begin } from '../dialogs/begin.ts';
import { correctableFields } from '../dialogs/correction/index.ts';
import type { Answers } from '../dialogs/flow.ts';
import type { Restated } from '../dialogs/restated.ts';
import { openQuestion } from '../dialogs/runtime.ts';
import { question } from '../dialogs/say.ts';
import { languages } from '../locales/render.ts';
import type { Input } from '../prompts/kind.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';
import { proceed, type Scope } from './scope.ts';

/** What is told after the report was sent, and cannot be right beside it: which is, is asked; what is chosen is a correction. */
export async function asksWhichIsRight(scope: Scope, claim: ClaimId, text: string): Promise<boolean> {
  const { draft, runtime, deps } = scope;
  await draft.know(claim, deps.store);
  const report = draft.facts.get(claim)?.report ?? {};
  const restated = deps.flows.report?.restates?.(text, runtime.now, undefined, answersOf(report, draft.at)) ?? [];
  const told = restated.map(asField).find(({ how, field }) => how === 'other' && field in correctableFields);
  const before = told && report[told.field];
  if (!told || before === undefined || before === null) return false;
  const name = `value.${told.field}`;
  const beginning = {
    params: { claim, field: told.field, doubtful: true },
    known: { [name]: before },
    doubt: { name, told: told.value },
  };
  await proceed(scope, await begin(runtime, draft.state.talk, 'correction', beginning));
  return true;
}

/** The report as it was answered. */
export function answersOf(report: JsonObject, at: number): Answers {
  const { injuredCount = null, dead = 0, medicalConsent: _, minorConsent: __, ...rest } = report;
  const injured = { count: injuredCount, dead };
  const all: JsonObject = { ...rest, injured, consent: mayNoteInjuries(report) ? 'agree' : 'decline' };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, { value, at }]])),
  );
}

/** Of a report that was sent the number of people is corrected; how each of them is, a person asks. */
export function asField({ name, value, how }: Restated): { field: string; value: Json; how: string } {
  const count = name === 'injured' ? (value as { count?: number }).count : undefined;
  return count === undefined ? { field: name, value, how } : { field: 'injuredCount', value: count, how };
}

/** The words of a button become the place of what it stands for. */
export function tappedOne({ deps, draft, runtime }: Scope, input: Input): Input {
  const open = openQuestion(runtime, draft.state.talk);
  if (!open?.position.ask.options.doubt) return input;
  const options = question(open.frame, open.position).asked?.options ?? [];
  const at = options.findIndex((option) => languages.some((lang) => deps.renderer.show(lang, option) === input.text));
  return at < 0 ? input : { ...input, text: at === 0 ? 'first' : 'second' };
}
