/** Facts of free text that fill questions of a report before they are asked. They are read back, never silently trusted. */

import { phone, place, plate, time } from '../../prompts/index.ts';
import type { Now } from '../../prompts/kind.ts';
import type { Json, JsonObject } from '../../store/ports.ts';

export function understands(text: string, now: Now, asked: string | undefined): JsonObject {
  const plates = plate().find(text, now);
  const when = time().find(text, now)[0];
  const facts: Record<string, Json | undefined> = {
    phone: phone().find(text, now)[0]?.value,
    when: when && !when.alternatives?.length ? json(when.value) : undefined,
    where: json(place().find(text, now)[0]?.value),
    ...platesOf(
      plates.map((found) => found.value),
      asked,
    ),
  };
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** “我的湘A12345，对方湘B67890”: the first plate answers the open question, the second is the other side's. */
function platesOf(plates: readonly string[], asked: string | undefined): Record<string, Json | undefined> {
  const [first, second] = plates;
  if (asked === 'other') return {};
  const other = second && second !== first ? { kind: 'car', plate: second } : undefined;
  return asked === 'ownPlate' || second ? { ownPlate: first, other } : {};
}

const json = (value: unknown): Json | undefined => (value === undefined ? undefined : (value as Json));
