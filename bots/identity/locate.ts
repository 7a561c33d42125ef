/** What a message names of a claim, a plate and a phone, in normal form. */
import { correctableFields } from '../../dialogs/correction/index.ts';
import type { Located, Named } from './types.ts';

/** Reads, adds to what was named before, and looks nothing up. */
export function locate(text: string, before: Named = {}): Located {
  const heard = namedIn(text.trim().slice(0, LONGEST));
  const named = { ...before, ...heard };
  return { named, lacks: lackOf(named), heard: Object.keys(heard).length > 0 };
}

export function lackOf({ number, plate, phone, ending }: Named): Located['lacks'] {
  if (phone !== undefined) return undefined;
  if (number === undefined && plate === undefined) return 'claim';
  return ending === undefined ? 'phone' : undefined;
}

const LONGEST = 200;
/** Groups of letters and digits, such as 2611-2400-0123 and P20261124/88. */
const CODE = /[A-Z0-9](?:[A-Z0-9._/-]{0,62}[A-Z0-9])?/g;
const ENDING = /^\d{3}[\dX]$/;
const NUMBER = /^[A-Z]{0,6}[\d._-]{8,64}$/;

function namedIn(text: string): Named {
  const phone = only(text, 'phone');
  const plate = only(text, 'ownPlate');
  const rest = [phone, plate].reduce((left, found) => (found ? left.replace(found.written, ' ') : left), text);
  const codes = rest.normalize('NFKC').toUpperCase().match(CODE) ?? [];
  const number = codes.find((code) => NUMBER.test(code));
  const ending = codes.find((code) => ENDING.test(code));
  return {
    ...(number === undefined ? {} : { number }),
    ...(plate ? { plate: plate.value } : {}),
    ...(phone ? { phone: phone.value } : {}),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** Where it says one, and which words that were. */
function only(text: string, field: 'phone' | 'ownPlate'): { value: string; written: string } | undefined {
  const found = correctableFields[field]?.().find(text, { at: 0 }) ?? [];
  const [first] = found;
  if (!first || typeof first.value !== 'string' || found.some(({ value }) => value !== first.value)) return undefined;
  return { value: first.value, written: text.slice(first.span[0], first.span[1]) };
}
