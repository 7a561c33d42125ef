/** What a message names of a claim, a plate and a phone, in normal form. */

import { correctableFields } from '../../dialogs/correction/index.ts';
import { saysEnding } from '../../understanding/asks.ts';
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
/** Letters, digits and what parts them, such as 2611-2400-0123 and RDAA20263100.12. */
const CODE = /[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?/g;
const ENDING = /^\d{3}[\dX]$/;
const ALONE = 8;
const SIGNS = { fewest: 8, digits: 6, named: 4 };
/** Such as DEMO-0004 and PD20261234. */
const WITH_NAME = /^[A-Za-z]{2,12}[-._]?[\d][\d._-]*$/;
const DAY = /^\d{4}[-.]\d{1,2}[-.]\d{1,2}$/;
/** A whole ID number: its end says as much, and the rest is nobody's business here. */
const ID = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

function namedIn(text: string): Named {
  const phone = only(text, 'phone');
  const plate = only(text, 'ownPlate');
  const rest = [phone, plate].reduce((left, found) => (found ? left.replaceAll(found.written, ' ') : left), text);
  const codes = rest.normalize('NFKC').match(CODE) ?? [];
  const large = codes.map((code) => code.toUpperCase());
  // A phone that is written twice, in two ways, is no number of a claim.
  const number = codes.find((code) => isNumber(code) && code.replace(/\D/g, '') !== phone?.value);
  // “给砍了4200” is a sum: four signs are an ending where they stand alone, or beside what they belong to.
  const alone = rest.trim().length <= ALONE || number !== undefined || plate !== undefined || saysEnding(text);
  const four = alone ? large.find((code) => ENDING.test(code)) : undefined;
  const ending = four ?? large.find((code) => ID.test(code))?.slice(-4);
  return {
    ...(number === undefined ? {} : { number }),
    ...(plate ? { plate: plate.value } : {}),
    ...(phone ? { phone: phone.value } : {}),
    ...(ending === undefined ? {} : { ending }),
  };
}

function isNumber(code: string): boolean {
  if (DAY.test(code) || ID.test(code.toUpperCase())) return false;
  const digits = code.replace(/\D/g, '').length;
  if (WITH_NAME.test(code) && digits >= SIGNS.named) return true;
  return code.length >= SIGNS.fewest && digits >= SIGNS.digits;
}

/** Where it says one, and which words that were. */
function only(text: string, field: 'phone' | 'ownPlate'): { value: string; written: string } | undefined {
  const found = correctableFields[field]?.().find(text, { at: 0 }) ?? [];
  const [first] = found;
  if (!first || typeof first.value !== 'string' || found.some(({ value }) => value !== first.value)) return undefined;
  return { value: first.value, written: text.slice(first.span[0], first.span[1]) };
}
