/** Danger that is told in the middle of something else: help first, then back to where we were. */
import { revise } from '../dialogs/change.ts';
import { answered } from '../dialogs/frame.ts';
import { flowNamed, onTop, openQuestion, type Talk } from '../dialogs/runtime.ts';
import { answer } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import { dangerIn, isLookedAfter } from '../understanding/danger.ts';
import { contactPhone } from './contact.ts';
import { raise } from './raise.ts';
import { goOn, proceed, type Scope } from './scope.ts';

export async function danger(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const asked = open?.position.ask.name;
  if (asked === 'danger' || asked === 'called') return false;
  // Who bleeds in an account of what was, or lies in hospital, is looked after; staff hear of it all the same.
  if (open && isLookedAfter(input.text)) {
    if (contactPhone(draft.state)) raise(draft, 'danger');
    return false;
  }
  const kind = dangerIn(input.text, runtime.now);
  if (open?.frame.flow === 'report' && kind && open.position.ask.kind.kind !== 'text') {
    await noteDanger(scope, input, kind);
    return true;
  }
  return generalHelp(scope, open?.position.ask.kind.kind);
}

/** The same help as at the first question, noted in the report; what else the words answer is taken. */
async function noteDanger(scope: Scope, input: Input, kind: string): Promise<void> {
  const { draft, runtime } = scope;
  const talk = await withAnswer(scope, input);
  const revised = await revise(runtime, talk, 'danger', kind);
  await proceed(scope, revised ?? { talk, says: [] });
  if (!revised) generalHelp(scope, undefined);
  if (contactPhone(draft.state)) raise(draft, 'danger');
}

/** An answer, or else part of the account where that was given. */
async function withAnswer({ runtime, draft }: Scope, input: Input): Promise<Talk> {
  const { talk } = draft.state;
  const kind = openQuestion(runtime, talk)?.position.ask.kind;
  const answers = kind?.read(input, runtime.now).kind === 'value';
  if (answers) return (await answer(runtime, talk, input)).talk;
  const frame = talk.stack.at(-1);
  const told = frame && flowNamed(runtime, frame.flow).adds?.(input.text, frame.answers, true);
  return frame && told ? onTop(talk, answered(frame, told.name, told.value, runtime.now.at)) : talk;
}

function generalHelp(scope: Scope, asked: string | undefined): boolean {
  scope.say({
    key: 'emergency.now',
    calls: ['120', '122'],
    // Without a number nobody can call back; then this is a button of the home page, not yet a case.
    ...(contactPhone(scope.draft.state) ? { raise: 'danger' as const } : {}),
    ...(asked ? {} : { quick: ['report', 'scene', 'human'] }),
  });
  if (asked === 'text') return false;
  goOn(scope);
  return true;
}
