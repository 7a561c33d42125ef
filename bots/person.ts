/** 转人工: a call-back is arranged, or the one that is arranged already is told again. */
import { promisedBy } from '../claims/hours.ts';
import { begin } from '../dialogs/begin.ts';
import { openQuestion } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import { answer } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { JsonObject } from '../store/ports.ts';
import { saysSame } from '../understanding/asks.ts';
import { saysOnlyYes } from '../understanding/yes.ts';
import { contactPhone } from './contact.ts';
import { chinaTime } from './look.ts';
import { goOn, proceed, type Scope } from './scope.ts';
import type { State } from './state.ts';

export async function callPerson(scope: Scope, reason: string, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  // A number in the very words of the wish is the one to call.
  const said = phoneIn(scope, input.text);
  const { callBack } = draft.state;
  if (callBack && reason === 'asked' && (said === undefined || said === callBack.phone)) {
    scope.say(callBackSaid(scope, callBack));
    goOn(scope);
    return true;
  }
  const phone = said ?? contactPhone(draft.state);
  const known: JsonObject = phone ? { phone } : {};
  await proceed(scope, await begin(runtime, draft.state.talk, 'human', { params: { reason }, known }));
  return true;
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

/** What was said last has offered a person. */
const OFFERED = /^(?:common\.notYet$|about\.)/;

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
  scope.say({ key: 'human.cancelled', values: { number }, quick: ['human'] });
  goOn(scope);
  return true;
}

/** The number to call in the words of somebody who waits for a call: “换个号码，打139…”. */
export const movesCallBack = (scope: Scope, text: string): boolean =>
  scope.draft.state.callBack !== null && phoneIn(scope, text) !== undefined;

function phoneIn({ deps, runtime }: Scope, text: string): string | undefined {
  const said = deps.flows.human?.understands?.(text, runtime.now, undefined).phone;
  return typeof said === 'string' ? said : undefined;
}

/** What was promised, or that the promise has passed: then staff hear of it again. */
export function callBackSaid({ draft, deps }: Scope, callBack: NonNullable<State['callBack']>): Say {
  const values = {
    by: { kind: 'instant', answer: callBack.by },
    phone: { kind: 'phone', answer: callBack.phone },
    number: callBack.number,
  };
  if (Date.parse(callBack.by) >= draft.at) return { key: 'human.waiting', values, quick: ['report', 'scene'] };
  const by = chinaTime(promisedBy(draft.at, deps.service.hours, deps.service.firstContact));
  draft.set({ callBack: { ...callBack, by } });
  return { key: 'human.overdue', values: { ...values, next: { kind: 'instant', answer: by } }, raise: 'overdue' };
}
