/** 转人工: a call-back is arranged, or the one that is arranged already is told again. */
import { begin } from '../dialogs/begin.ts';
import type { Say } from '../dialogs/say.ts';
import type { Input } from '../prompts/kind.ts';
import type { JsonObject } from '../store/ports.ts';
import { contactPhone } from './contact.ts';
import { goOn, proceed, type Scope } from './scope.ts';
import type { State } from './state.ts';

export async function callPerson(scope: Scope, reason: string, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  // A number in the very words of the wish is the one to call.
  const said = scope.deps.flows.human?.understands?.(input.text, runtime.now, undefined).phone;
  const { callBack } = draft.state;
  if (callBack && reason === 'asked' && (said === undefined || said === callBack.phone)) {
    scope.say(callBackSaid(scope, callBack));
    goOn(scope);
    return true;
  }
  const phone = typeof said === 'string' ? said : contactPhone(draft.state);
  const known: JsonObject = phone ? { phone } : {};
  await proceed(scope, await begin(runtime, draft.state.talk, 'human', { params: { reason }, known }));
  return true;
}

/** What was promised, or that the promise has passed: then staff hear of it again. */
export function callBackSaid({ draft }: Scope, callBack: NonNullable<State['callBack']>): Say {
  const values = {
    by: { kind: 'instant', answer: callBack.by },
    phone: { kind: 'phone', answer: callBack.phone },
    number: callBack.number,
  };
  if (Date.parse(callBack.by) >= draft.at) return { key: 'human.waiting', values, quick: ['report', 'scene'] };
  return { key: 'human.overdue', values, raise: 'overdue' };
}
