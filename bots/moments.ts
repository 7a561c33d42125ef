/** What people say between answers: that they are afraid, angry, need a moment, or have driven off. The question waits. */
import { openQuestion, reprompt, running } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { flagsIn, tellsAccident } from '../understanding/asks.ts';
import { openingIn } from '../understanding/opening.ts';
import { hasClaim, menuOf, orPerson } from './menu.ts';
import { goOn, type Scope, startReport } from './scope.ts';

/** Comfort first; what the same words tell of the accident is not lost. */
export async function comfort(scope: Scope, { text }: Input): Promise<boolean> {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  if (open?.position.ask.kind.kind === 'text' && text.length > shortest) return false;
  const tells = flagsIn(text).length > 0 || tellsAccident(text) || openingIn(text) !== undefined;
  if (open && tells) return false;
  scope.say({
    key: 'common.steady',
    ...(open || tells ? {} : { quick: hasClaim(scope) ? menuOf(scope) : ['emergency', 'report', 'human'] }),
  });
  if (tells) await startReport(scope, text);
  else goOn(scope);
  return true;
}

/** Longer words where an account is asked for are the account. */
const shortest = 12;

export function soothe(scope: Scope, { text }: Input): boolean {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  if (open?.position.ask.kind.kind === 'text' && text.length > shortest) return false;
  scope.say({ key: 'common.angry', ...(open ? {} : { quick: orPerson(scope) }) });
  if (open) scope.say(...reprompt(scope.runtime, scope.draft.state.talk).map(withHuman));
  return true;
}

const withHuman = <T extends { readonly quick?: readonly string[] }>(say: T): T => ({
  ...say,
  quick: [...(say.quick ?? []), 'human'],
});

/** Nothing is asked again: whoever needs a moment sees the question still. */
export function waits(scope: Scope): boolean {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  if (!open) return false;
  const { talk } = scope.draft.state;
  // “等一下”, then “好的”, submits nothing.
  scope.draft.set({ talk: { ...talk, misses: Math.max(1, talk.misses) } });
  scope.say({ key: 'common.takeYourTime' }, ...reprompt(scope.runtime, talk));
  return true;
}

/** “我害怕就开走了”: how to put it right, at the moment when it matters; a person hears of it. */
export async function hasLeft(scope: Scope, { text }: Input): Promise<boolean> {
  const { talk } = scope.draft.state;
  const open = openQuestion(scope.runtime, talk);
  const role = talk.stack.at(-1)?.answers.role?.value;
  if (open?.position.ask.name === 'scene' || role === 'injured' || role === 'family') return false;
  scope.say({ key: 'report.leftNotCalled', calls: ['122'], raise: 'sensitive' });
  if (open?.position.ask.kind.kind === 'text') return false;
  if (open || running(talk, 'report') || scope.draft.state.claim) goOn(scope);
  else await startReport(scope, text);
  return true;
}

/** “又出了个事故” after a report was sent: a report of its own. */
export async function reportsAnother(scope: Scope, { text }: Input): Promise<boolean> {
  const { talk, claim } = scope.draft.state;
  const open = openQuestion(scope.runtime, talk);
  if (!claim || (open && open.frame.flow !== 'details')) return false;
  scope.say({ key: 'report.another', values: { number: { kind: 'number', answer: claim.number } } });
  scope.draft.set({ talk: { ...talk, stack: talk.stack.filter((frame) => frame.flow !== 'details') } });
  await startReport(scope, text);
  return true;
}
