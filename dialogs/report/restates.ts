/** What words say of answers of a report that were given before: nothing, the same more exactly, or something else. */

import type { Beside } from '../../prompts/compare.ts';
import {
  besidePlace,
  besideTime,
  casualties,
  isStated,
  type Place,
  phone,
  place,
  plate,
  saysHowMany,
  type TimeSpan,
  type Told,
  time,
} from '../../prompts/index.ts';
import type { Found, Kind, Now } from '../../prompts/kind.ts';
import type { Json } from '../../store/ports.ts';
import type { Answers } from '../flow.ts';
import type { Restated } from '../restated.ts';
import { agreed } from './understands.ts';

type Compared = { readonly value: Json; readonly how: Beside };
interface Field {
  readonly kind: () => Kind<unknown>;
  readonly beside: (before: Json, told: Json) => Compared | undefined;
}

const FIELDS: Readonly<Record<Told, Field>> = {
  when: { kind: time, beside: whenBeside },
  where: { kind: place, beside: whereBeside },
  phone: { kind: phone, beside: exactly },
  ownPlate: { kind: plate, beside: exactly },
  other: { kind: plate, beside: otherBeside },
};

/** Characters; what stands further on in a long account is read by a person. */
const longest = 1_000;

export function restates(given: string, now: Now, asked: string | undefined, answers: Answers): Restated[] {
  const text = given.slice(0, longest);
  const told = (Object.keys(FIELDS) as Told[]).flatMap((name) => {
    const before = answers[name]?.value;
    if (before === undefined || name === asked || isEither(name, text, now, answers)) return [];
    return restated(name, before, text, now);
  });
  return [...told, ...howMany(text, now, asked, answers)];
}

/** A plate alone is one’s own only where nobody else’s is known or still to be asked. */
function isEither(name: Told, text: string, now: Now, answers: Answers): boolean {
  const [only] = name === 'ownPlate' || name === 'other' ? plate().find(text, now) : [];
  if (!only || !isStated('ownPlate', text, only.span) || !isStated('other', text, only.span)) return false;
  const other = answers.other?.value as { kind?: string } | undefined;
  return name === 'other' || other === undefined || other.kind === 'car';
}

/** Where one of several agrees with what was answered, none is held against it. */
function restated(name: Told, before: Json, text: string, now: Now): Restated[] {
  const { kind, beside } = FIELDS[name];
  const plain = kind()
    .find(text, now)
    .filter(({ span }) => isStated(name, text, span) || (name === 'when' && listsFacts(text, now)))
    .flatMap((found) => clear(kind(), before, found, text, now))
    .flatMap((said) => beside(before, said) ?? []);
  const [first, ...others] = plain.filter(({ how }) => how === 'finer');
  if (first && others.length === 0) return [{ name, value: first.value, how: 'finer' }];
  if (plain.some(({ how }) => how !== 'other')) return [];
  const values = new Map(plain.map((one) => [JSON.stringify(one.value), one.value]));
  const [value] = values.values();
  return value !== undefined && values.size === 1 ? [{ name, value, how: 'other' }] : [];
}

/** “139…，川A12345，昨天傍晚六点半，人民南路”: facts in a row, and no story. */
const listsFacts = (text: string, now: Now): boolean =>
  phone().find(text, now).length > 0 && (plate().find(text, now).length > 0 || place().find(text, now).length > 0);

/** “八点半” after “昨晚八点” is in the evening; what may be either is held against nothing. */
function clear(kind: Kind<unknown>, before: Json, found: Found<unknown>, text: string, now: Now): Json[] {
  if (!found.alternatives?.length) return [found.value as Json];
  if (!kind.accepts(before)) return [];
  const amended = kind.amend?.(before, { text: text.slice(...found.span), files: [] }, now);
  return amended?.kind === 'value' ? [amended.value as Json] : [];
}

function exactly(before: Json, told: Json): Compared {
  return { value: told, how: before === told ? 'same' : before === 'unknown' ? 'finer' : 'other' };
}

function whenBeside(before: Json, told: Json): Compared {
  const how = before === 'unknown' ? 'finer' : besideTime(before as unknown as TimeSpan, told as unknown as TimeSpan);
  return { value: told, how };
}

function whereBeside(before: Json, told: Json): Compared {
  if (before === 'unknown') return { value: told, how: 'finer' };
  const [old, fresh] = [before as unknown as Place, told as unknown as Place];
  return { value: { ...old, ...fresh } as unknown as Json, how: besidePlace(old, fresh) };
}

/** Only of a car a plate is known or missed; a second car is no contradiction, and who fled is known by it at last. */
function otherBeside(before: Json, told: Json): Compared | undefined {
  const { kind, plate: known } = before as { kind?: string; plate?: string };
  const value = { kind: 'car', plate: told };
  if (kind === 'unknown' || (kind === 'car' && known === undefined)) return { value, how: 'finer' };
  return kind === 'car' ? { value, how: known === told ? 'same' : 'other' } : undefined;
}

/** At these questions another number is part of the answer, or corrects it. */
const countsThere = /^(?:injured|injuredCount|person\..*)$/;

function howMany(text: string, now: Now, asked: string | undefined, answers: Answers): Restated[] {
  const before = answers.injured?.value as { count?: number | null; dead?: number } | undefined;
  const counted = answers.injuredCount?.value;
  if (countsThere.test(asked ?? '') || !agreed(answers) || !before || !saysHowMany(text)) return [];
  const told = casualties().find(text, now)[0]?.value;
  const known = before.count ?? (typeof counted === 'number' ? counted : undefined);
  if (!told || told.count === null || known === undefined) return [];
  // That somebody has died is heard, and asked of nobody; how many is.
  const dead = (before.dead ?? 0) > 0 && told.dead > 0 && told.dead !== before.dead;
  if (told.count === known && !dead) return [];
  if (before.count === null && !dead) return [{ name: 'injuredCount', value: told.count, how: 'other' }];
  return [{ name: 'injured', value: told as unknown as Json, how: 'other' }];
}
