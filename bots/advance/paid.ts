/** What a driver says that he has paid: noted with the claim, and put right in his words. */
import { advanceAsked, tellsPaid } from '../../understanding/advance.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { asksBackHere, asksToNote, paidToThem } from '../../understanding/requestWords.ts';
import { whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { paidTold } from './keeping.ts';

/** “不对，是给了三万五”, right after he was told that it is noted. */
export async function putsPaidRight(scope: Scope, text: string): Promise<boolean> {
  const { lastSaid } = scope.draft.state;
  if (advanceAsked(text, false) === 'keep' || asksSomething(text) || asksBackHere(text)) return false;
  const told = tellsPaid(text) && (OF_PAYING.test(lastSaid) || asksToNote(text) || paidToThem(text));
  const again = lastSaid.startsWith('advance.paidTold') && sumsIn(text).length > 0;
  const own = told || again ? await whose(scope) : undefined;
  return own?.side === 'insured' && paidTold(scope, own, text);
}
const OF_PAYING = /^advance\.(?:paidTold|ledger|keep|back|reply|proof)/;
