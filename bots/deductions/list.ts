/** “要逐项清单”: what was cut item by item, which the insurer has to show (保险法解释（三）19); asked for once. */
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { promiseOnce } from './promised.ts';

export function listAsked(scope: Scope, grant: Grant): readonly Say[] {
  const { by, who, isNew } = promiseOnce(scope, grant, 'itemisedList');
  const values = { by: shown('instant', by), who: shown('caller', who) };
  return [{ key: isNew ? 'explanation.listAsked' : 'explanation.listAwaited', values, quick: ['nextCut', 'human'] }];
}
