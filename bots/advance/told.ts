/** What is told of money for treatment to whoever has just proved who she is. */
import type { Say } from '../../dialogs/say.ts';
import { whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { ledgerSays } from './keeping.ts';
import { statusSays } from './status.ts';

/** Undefined: nothing is on record, and where the claim stands says more. */
export async function advanceSays(scope: Scope, asked: 'advance' | 'ledger'): Promise<readonly Say[] | undefined> {
  const own = await whose(scope);
  if (own && asked === 'ledger') return ledgerSays(scope, own);
  return own && statusSays(scope, own);
}
