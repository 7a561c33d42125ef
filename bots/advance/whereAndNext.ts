/** “案子到哪一步了，我明天该干啥”: where it stands, then what he does next. */
import { running } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { partsAsked } from '../../understanding/moneyParts.ts';
import { grantsOf } from '../identity/index.ts';
import { whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { planSays } from './plan.ts';
import { spokeOfMoney } from './spoken.ts';

export async function tellsWhereAndNext(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  if (meant?.command !== 'progress' || grantsOf(scope).length === 0 || !spokeOfMoney(scope)) return false;
  const asksNext = partsAsked(input.text).some(({ meant: one }) => 'asked' in one && one.asked === 'whatNow');
  const own = await whose(scope);
  if (!asksNext || own?.side !== 'insured' || running(scope.draft.state.talk, 'report')) return false;
  if (await askAbout(scope, 'standing', input)) return true;
  return sayBeside(scope, ...planSays(scope, own));
}
