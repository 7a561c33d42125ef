/** 转人工: a place in the queue where somebody is there; else a call-back is arranged, or the one that is arranged already is told again. */
import { openQuestion, reprompt } from '../dialogs/runtime.ts';
import { answer } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import { saysSame } from '../understanding/asks.ts';
import { callTimeIn } from '../understanding/calls.ts';
import { demandsPerson, tellsIcu, tellsThreat, wantsCall } from '../understanding/desk.ts';
import { meaningOf } from '../understanding/meaning.ts';
import { openingIn } from '../understanding/opening.ts';
import type { Command } from '../understanding/words.ts';
import { saysOnlyYes } from '../understanding/yes.ts';
import { callBackSaid } from './callBack.ts';
import { contactPhone } from './contact.ts';
import { ended, standing } from './handoff.ts';
import { arrangeCall, joinQueue } from './queue.ts';
import { goOn, proceed, type Scope } from './scope.ts';

export async function callPerson(scope: Scope, reason: string, input: Input): Promise<boolean> {
  const { draft } = scope;
  if (reason === 'asked') feelsFor(scope, input.text);
  // A number in the very words of the wish is the one to call.
  const said = phoneIn(scope, input.text);
  if (said === undefined && !wantsCall(input.text) && (await joinQueue(scope, reason))) return true;
  const { callBack } = draft.state;
  const time = reason === 'asked' ? callTimeIn(input.text) : undefined;
  if (callBack && reason === 'asked' && time === undefined && (said === undefined || said === callBack.phone)) {
    scope.say(callBackSaid(scope, callBack));
    goOn(scope);
    return true;
  }
  await arrangeCall(scope, reason, said, time);
  return true;
}

/** A word first for whoever asks from a bedside, or has lost somebody. */
function feelsFor(scope: Scope, text: string): void {
  const told = openingIn(text);
  if (told === 'death') scope.say({ key: 'human.death', raise: 'death' });
  else if (told?.startsWith('bedside') || tellsIcu(text)) scope.say({ key: 'human.bedside' });
}

/** “跟刚才一样” where a number to call is asked: the one that is known. */
export async function sameNumber(scope: Scope, { text }: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const phone = contactPhone(draft.state) ?? draft.state.callBack?.phone;
  if (open?.frame.flow !== 'human' || open.position.ask.name !== 'phone' || !phone || !saysSame(text)) return false;
  await proceed(scope, await answer(runtime, draft.state.talk, { text: phone, files: [] }));
  return true;
}

/** These say by themselves what is wanted. */
const LEFT_TO: ReadonlySet<Command> = new Set(['human', 'emergency', 'crisis', 'cancel', 'noCall', 'later', 'report']);

/** Anger where it is asked which number to call: whoever is there now, or a kind word; nobody is told that this is no number. */
export async function presses(scope: Scope, { text }: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'human' || phoneIn(scope, text) !== undefined) return false;
  const meant = meaningOf(text, true)?.command;
  if (meant && LEFT_TO.has(meant)) return false;
  if (meant !== 'angry' && !tellsThreat(text) && !demandsPerson(text)) return false;
  if (await joinQueue(scope, 'asked')) return true;
  scope.say({ key: 'human.pressed' }, ...reprompt(runtime, draft.state.talk));
  return true;
}

/** What was said last has offered a person. */
const OFFERED = /^(?:common\.notYet$|about\.|advance\.(?:noMore|died)$)/;

/** “请同事来答，好吗？” – “好的”. */
export const agreesToPerson = ({ draft }: Scope, text: string): boolean =>
  OFFERED.test(draft.state.lastSaid) && saysOnlyYes(text, { at: draft.at });

/** “不用打了”: staff see that the call is no longer wanted. False where none was promised. */
export function cancelCallBack(scope: Scope): boolean {
  const { draft } = scope;
  const { callBack } = draft.state;
  if (!callBack) return false;
  const { number, phone } = callBack;
  draft.ticket('callBack', { number, phone, cancelled: true });
  draft.set({ callBack: null });
  if (draft.floor === 'waiting') draft.floor = 'bot';
  const wish = standing(draft);
  if (wish) ended(draft, wish, 'left');
  scope.say({ key: 'human.cancelled', values: { number }, quick: ['human'] });
  goOn(scope);
  return true;
}

/** The number to call in the words of somebody who waits for a call: “换个号码，打139…”. */
export const movesCallBack = (scope: Scope, text: string): boolean =>
  scope.draft.state.callBack !== null && phoneIn(scope, text) !== undefined;

export function phoneIn({ deps, runtime }: Scope, text: string): string | undefined {
  const said = deps.flows.human?.understands?.(text, runtime.now, undefined).phone;
  return typeof said === 'string' ? said : undefined;
}
