/** A request that is in hand: how it stands in words that name no advance, and that it is taken back. */
import { promisedAnswer } from '../../claims/advance/answer.ts';
import type { Say } from '../../dialogs/say.ts';
import { advanceAsked, asksOfRequest } from '../../understanding/advance.ts';
import { grantsOf } from '../identity/index.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { shown } from '../shown.ts';
import { spokeOfMoney } from './spoken.ts';
import { noAdvance, openAdvances, wishSays } from './status.ts';

/** Something was asked for, and nothing was worked out yet. */
export const isInHand = (scope: Scope, own: Whose): boolean =>
  (own.facts.settlements ?? []).length === 0 &&
  ((own.facts.advances ?? []).length > 0 || wishSays(scope, own).length > 0);

/** True of “申请得怎么样了”, “钱什么时候到账” where there is a request; elsewhere they are of the claim. */
export async function isOfRequest(scope: Scope, text: string): Promise<boolean> {
  if (!asksOfRequest(text)) return false;
  const own = await whose(scope);
  return own !== undefined && isInHand(scope, own);
}

/** A person takes it back; until then it goes on, and that is said. */
export function withdrawSays(scope: Scope, own: Whose | undefined): readonly Say[] {
  const inHand = own !== undefined && isInHand(scope, own);
  return [inHand ? { key: 'advance.withdraw', quick: ['human'] } : noAdvance];
}

/** “催一下”, of a request that waits for its answer: a colleague hears of it now. */
export async function pressesRequest(scope: Scope): Promise<boolean> {
  const { lastSaid } = scope.draft.state;
  const spoken = /^advance\.(?:wish(?:Open|Late)|state|pressedState)$/.test(lastSaid) || spokeOfMoney(scope);
  if (!spoken) return false;
  const own = await whose(scope);
  const promise = own && promisedAnswer(own.facts);
  if (!promise && own && (openAdvances(scope, own).length > 0 || grantsOf(scope).length > 0)) {
    scope.say({ key: 'advance.pressedState', raise: 'overdue', quick: ['human'] });
    return true;
  }
  if (!promise) return false;
  scope.say({
    key: 'advance.pressed',
    values: { by: shown('instant', promise.by) },
    raise: 'overdue',
    quick: ['human'],
  });
  return true;
}

/** “撤销” where nothing is being asked, of a request that was sent: it goes on until a person stops it. */
export async function takesBack(scope: Scope, text: string): Promise<boolean> {
  const { talk } = scope.draft.state;
  if (talk.stack.length > 0 || advanceAsked(text, true) !== 'withdraw') return false;
  const own = await whose(scope);
  return own !== undefined && isInHand(scope, own) && sayBeside(scope, ...withdrawSays(scope, own));
}
