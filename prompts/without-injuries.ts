/** What happened, without what it did to a body: for whoever did not agree that injuries are noted. */
import { casualties } from './casualties.ts';
import { injury } from './injury.ts';
import { type Input, type Kind, problem, type Read, value } from './kind.ts';
import { type Bounds, text } from './text.ts';

const CLAUSES = /(?<=[,，。;；!！?？\n])/;
const NO_DAY = { at: 0 };

/** How many were hurt, and that somebody died, is no account of an injury. */
function tellsInjury(clause: string): boolean {
  const hurt = injury().find(clause, NO_DAY);
  if (hurt.some((one) => one.value === 'death')) return false;
  const told = casualties().find(clause, NO_DAY);
  return hurt.length > 0 || told.some(({ value: { count, dead, state } }) => dead === 0 && (!count || state));
}

/** Clause by clause; empty where nothing is left. */
export const withoutInjuries = (words: string): string =>
  words
    .split(CLAUSES)
    .filter((clause) => !tellsInjury(clause))
    .join('')
    .replace(/[,，;；\s]{1,4}$/, '');

/** Free text of which clauses that tell of injuries are left out. */
export function accountOnly(bounds: Bounds): Kind<string> {
  const all = text(bounds);
  return {
    ...all,
    find: () => [],
    read: (input: Input, now): Read<string> => {
      const read = all.read(input, now);
      if (read.kind !== 'value') return read;
      const left = withoutInjuries(read.value);
      return /[\p{L}\p{N}]{2}/u.test(left) ? value(left) : problem('onlyInjuries');
    },
  };
}
