/** A wish to be called, or a number, where something that may wait is asked; and a number that is put right. */

import { correctableFields } from '../dialogs/correction/index.ts';
import { openQuestion, withoutTop } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { wishesCall } from '../understanding/calls.ts';
import { newWordsIn } from '../understanding/field.ts';
import { callBackSaid } from './callBack.ts';
import { callPerson, phoneIn } from './person.ts';
import { goOnLater, type Scope } from './scope.ts';

/** “明天上午十点给我打电话” is no addition to the report and no kind of road. */
export async function asksForCall(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const flow = open?.frame.flow;
  if (flow !== 'details' && flow !== 'scene') return false;
  const number = flow === 'scene' && phoneIn(scope, input.text) !== undefined;
  return (number || wishesCall(input.text)) && callPerson(scope, 'asked', input);
}

/** “电话最后一位是8不是0” once a call is promised: the same call, to the number as it is now. `silent`: a report has it too, and says so. */
export async function mendsNumber(scope: Scope, text: string, silent: boolean): Promise<boolean> {
  const { draft, deps } = scope;
  const { callBack } = draft.state;
  const kind = correctableFields.phone?.();
  const read = callBack && kind?.amend?.(callBack.phone, { text, files: [] }, { at: draft.at });
  if (!callBack || read?.kind !== 'value' || typeof read.value !== 'string' || read.value === callBack.phone)
    return false;
  const tickets = [...(await deps.store.openTicketsOf(draft.conversation.id)), ...draft.tickets];
  const ticket = tickets.findLast(({ kind, data }) => kind === 'callBack' && data.number === callBack.number);
  const { slot } = ticket ?? {};
  const place = { ...(ticket ? { id: ticket.id } : {}), ...(slot === undefined ? {} : { slot }) };
  draft.ticket('callBack', { ...ticket?.data, number: callBack.number, phone: read.value, by: callBack.by }, place);
  const call = { ...callBack, phone: read.value };
  draft.set({ phone: read.value, callBack: call });
  if (silent) return true;
  scope.say(callBackSaid(scope, call));
  goOnLater(scope);
  return true;
}

/** In the card of the scene a correction or a remark is none of its answers: the card is left. */
export function leavesScene({ draft, runtime }: Scope, { text }: Input, remarks: boolean): boolean {
  const { talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (open?.frame.flow !== 'scene' || open.position.ask.kind.read({ text, files: [] }, runtime.now).kind !== 'problem')
    return false;
  if (!remarks && newWordsIn(text) === undefined) return false;
  draft.set({ talk: withoutTop(talk) });
  return true;
}
