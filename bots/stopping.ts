/** Leaving things as they are, stopping, taking back: nothing that was said is lost by it. */
import { keep, shelve } from '../dialogs/change.ts';
import { openQuestion, quiet, reprompt, withoutTop } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { saysNone, saysSame, saysUnsure } from '../understanding/asks.ts';
import { callBackSaid } from './callBack.ts';
import { menuOf } from './menu.ts';
import { dropCall } from './owedCall.ts';
import { cancelCallBack } from './person.ts';
import { putAside } from './putAside.ts';
import { goOn, proceed, type Scope } from './scope.ts';

/** “不用改”. */
export async function keepAll(scope: Scope): Promise<boolean> {
  if (await keepAsItWas(scope)) return true;
  const { claim, talk } = scope.draft.state;
  if (!claim || talk.stack.at(-1)?.flow === 'report') return false;
  scope.say({ key: 'common.keptAsItWas' });
  goOn(scope);
  return true;
}

/**
 * “没有” where it is asked what should be changed, “不知道” or “跟刚才一样” where a new value is: all stays as it was. Where the
 * words are an answer to the question they are left to it.
 */
export async function nothingToChange(scope: Scope, input: Input): Promise<boolean> {
  const { talk } = scope.draft.state;
  const open = openQuestion(scope.runtime, talk);
  const { name, kind } = open?.position.ask ?? {};
  if (!open || !kind || input.files.length > 0) return false;
  const which = talk.choosing?.what === 'field' || name === 'field';
  if (which) return saysNone(input.text) && keepAsItWas(scope);
  if (open.frame.flow !== 'correction' && !open.frame.changing) return false;
  const words = kind.kind === 'text' || kind.read(input, scope.runtime.now).kind === 'problem';
  return words && (saysUnsure(input.text) || saysSame(input.text)) && keepAsItWas(scope);
}

/** “取消”, “先不填了”: what runs is put aside. */
export async function stop(scope: Scope, input: Input): Promise<boolean> {
  if (await keepAsItWas(scope)) return true;
  if (answersOpenQuestion(scope, input)) return false;
  const { talk, flow } = shelve(scope.draft.state.talk);
  if (!flow) {
    scope.say({ key: 'common.nothingOpen', quick: menuOf(scope) });
    return true;
  }
  scope.draft.set({ talk });
  scope.say({
    key: `common.shelved.${flow === 'report' ? 'report' : 'other'}`,
    quick: flow === 'report' ? ['resume', 'human'] : [putAside(talk)?.flow === flow ? 'takeUp' : 'report', 'human'],
  });
  // Another number was not given: the one that is called is told again.
  const { callBack } = scope.draft.state;
  if (flow === 'human' && !callBack) dropCall(scope.draft);
  if (flow === 'human' && callBack) scope.say(callBackSaid(scope, callBack));
  goOn(scope);
  return true;
}

/** “不用打了”; where calling 120 or police is asked about, the words answer that. */
export function stopCall(scope: Scope): boolean {
  const asked = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask.name ?? '';
  return !['called', 'police', 'scene'].includes(asked) && cancelCallBack(scope);
}

/** “撤销报案”: of a report that was sent a person decides, a draft is put aside. */
export async function withdraw(scope: Scope, input: Input): Promise<boolean> {
  const { claim } = scope.draft.state;
  if (!claim) return stop(scope, input);
  const number = { kind: 'number', answer: claim.number };
  scope.say({ key: 'report.withdraw', values: { number }, raise: 'withdraw', quick: ['human'] });
  goOn(scope);
  return true;
}

/** Only where an answer was opened again; elsewhere the words may answer the question. */
async function keepAsItWas(scope: Scope): Promise<boolean> {
  const { talk } = scope.draft.state;
  // “要改哪一项？” – “不用改”: back to the question, which is not answered by it.
  if (talk.choosing?.what === 'field') {
    scope.draft.set({ talk: quiet(talk) });
    scope.say(...reprompt(scope.runtime, talk));
    return true;
  }
  if (talk.stack.at(-1)?.flow === 'correction') {
    scope.draft.set({ talk: withoutTop(talk) });
    const quick = openQuestion(scope.runtime, scope.draft.state.talk) ? {} : { quick: ['progress', 'human'] };
    scope.say({ key: 'common.keptAsItWas', ...quick });
    goOn(scope);
    return true;
  }
  const outcome = await keep(scope.runtime, talk);
  if (outcome) await proceed(scope, outcome);
  return outcome !== undefined;
}

/** “以后再补” is an answer where the question takes “unknown”; elsewhere it is a wish to stop. */
function answersOpenQuestion(scope: Scope, input: Input): boolean {
  const ask = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask;
  const optional = ask?.kind.accepts('unknown') || ask?.kind.kind === 'photo';
  return optional === true && ask?.kind.read(input, scope.runtime.now).kind === 'value' && ask.kind.kind !== 'text';
}
