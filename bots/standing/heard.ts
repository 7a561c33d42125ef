/** Words that would mean danger elsewhere, said right after the answer to where a claim stands. */
import { claimWishIn } from '../../understanding/claimWish.ts';
import { dangerIn } from '../../understanding/danger.ts';
import { grantsOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';

/** Should it be a body after all, what to do is said first. */
export function meantOfClaim(scope: Scope, text: string): 'why' | 'press' | undefined {
  const { draft, runtime } = scope;
  if (!/^(?:progress|telling|identity)\./.test(draft.state.lastSaid) || grantsOf(scope).length === 0) return undefined;
  const wish = claimWishIn(text);
  if (wish && dangerIn(text, runtime.now)) scope.say({ key: 'progress.notABody', calls: ['120'] });
  return wish;
}
