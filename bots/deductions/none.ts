/** What is asked of a settlement and is not there. */
import type { Say } from '../../dialogs/say.ts';
import type { Named } from '../../understanding/deductions.ts';
import type { Own } from './whole.ts';

/** Nothing is taken from it: it was paid in full, or it was never asked for. */
export function noneSay({ settlement }: Own, { codes, items }: Named): Say {
  const absent = codes.length === 0 && !settlement.lines.some(({ item }) => items.includes(item));
  return absent
    ? { key: 'explanation.notAsked', quick: ['human'] }
    : { key: 'explanation.notCut', quick: ['firstCut', 'object', 'human'] };
}

export const noSuchSay = (count: number): Say => ({
  key: 'explanation.noMore',
  values: { count },
  quick: ['object', 'human'],
});
