/** What is asked about money in the middle of a report: told there, and what answers the open question beside it is taken. */

import { openQuestion } from '../../dialogs/runtime.ts';
import { answer } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import type { AdvanceAsked } from '../../understanding/advance.ts';
import { tellsAccident } from '../../understanding/asks.ts';
import { asksWhoPays, UNLESS_PAID } from '../../understanding/moneyClauses.ts';
import { asksWhatToSay } from '../../understanding/moneyTalk.ts';
import { proceed, type Scope, sayBeside } from '../scope.ts';
import { partsHeard } from './rest.ts';
import { saysTo } from './room.ts';

/** A longer one is part of the account. */
const SHORT = 40;
const GENERAL: ReadonlySet<AdvanceAsked> = new Set(['keep', 'proof', 'reply', 'back', 'payee', 'route']);

export async function inReport(scope: Scope, asked: AdvanceAsked, input: Input): Promise<boolean> {
  const { text } = input;
  if (text.length > SHORT) return false;
  const pressed = asked === 'wish' && (asksWhoPays(text) || UNLESS_PAID.test(text)) ? 'keep' : asked;
  const own = pressed === 'keep' && asksWhatToSay(text) ? 'reply' : pressed;
  if (own === 'wish') return sayBeside(scope, { key: 'advance.afterReport' });
  // What holds for everybody is told at once.
  if (!GENERAL.has(own)) return false;
  const says = await saysTo(scope, { asked: own }, text);
  partsHeard(scope, says);
  if (isAccount(scope, text)) {
    scope.say(...says);
    return false;
  }
  const clause = answerIn(scope, text);
  if (clause === undefined) return sayBeside(scope, ...says);
  scope.say(...says);
  await proceed(scope, await answer(scope.runtime, scope.draft.state.talk, { ...input, text: clause }));
  return true;
}

/** “我转弯撞了电动车，他女儿天天问我要钱”, where it is asked how it happened: told, and kept. */
function isAccount({ draft, runtime }: Scope, text: string): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  return open?.position.ask.kind.kind === 'text' && tellsAccident(text);
}

/** “我是开车的，他家属天天要钱我咋个回他们”: the first words answer the choice that is open. */
function answerIn({ draft, runtime }: Scope, text: string): string | undefined {
  const open = openQuestion(runtime, draft.state.talk);
  const [first = '', ...rest] = text.split(/[,，。;；!！?？\n]+/);
  if (!open?.position.ask.kind.kind.startsWith('choice') || rest.length === 0) return undefined;
  return open.position.ask.kind.read({ text: first, files: [] }, runtime.now).kind === 'value' ? first : undefined;
}
