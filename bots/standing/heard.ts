/** Words that would mean danger elsewhere, said to somebody whose claim is spoken of. */
import { openQuestion } from '../../dialogs/runtime.ts';
import { advanceAsked } from '../../understanding/advance.ts';
import { claimWishIn } from '../../understanding/claimWish.ts';
import { dangerIn } from '../../understanding/danger.ts';
import { grantsOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';

/** Should it be a body after all, what to do is said first. */
export function meantOfClaim(scope: Scope, text: string): 'why' | 'press' | undefined {
  const { draft, runtime } = scope;
  const spokenOf = /^(?:progress|telling|identity)\./.test(draft.state.lastSaid);
  const free = openQuestion(runtime, draft.state.talk) === undefined;
  if (!(spokenOf || free) || grantsOf(scope).length === 0) return undefined;
  const wish = claimWishIn(text);
  if (wish && dangerIn(text, runtime.now) && !ofMoney(text)) scope.say({ key: 'progress.notABody', calls: ['120'] });
  return wish;
}

/** “垫付咋还没动静”: no body can be meant. */
const ofMoney = (text: string): boolean => advanceAsked(text, false) !== undefined;
