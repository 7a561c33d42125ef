/** What is asked of a settlement and is not there. */
import { reasonSayings } from '../../claims/deductions/general.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Named } from '../../understanding/deductions.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { lawNow } from './one.ts';
import type { Own } from './whole.ts';

/** These hold of any claim, whether or not something was taken off for them. */
const HOLDS: ReadonlySet<string> = new Set([
  'nonMedicare',
  'paidByFund',
  'followUp',
  'nursing',
  'nutrition',
  'transport',
]);

/** Nothing is taken from it: it was paid in full, or it was never asked for. */
export function noneSay(scope: Scope, { settlement }: Own, { codes, items }: Named): Say {
  const absent = codes.length === 0 && !settlement.lines.some(({ item }) => items.includes(item));
  const code = [...codes, ...items].find((one) => HOLDS.has(one));
  if (code !== undefined) {
    const values = { sayings: shown('sayings', reasonSayings(code, lawNow(scope))) };
    return {
      key: absent ? 'explanation.notAskedThis' : 'explanation.notCutThis',
      values,
      quick: ['firstCut', 'human'],
    };
  }
  return absent
    ? { key: 'explanation.notAsked', quick: ['human'] }
    : { key: 'explanation.notCut', quick: ['firstCut', 'object', 'human'] };
}

export const noSuchSay = (count: number): Say => ({
  key: 'explanation.noMore',
  values: { count },
  quick: ['object', 'human'],
});
