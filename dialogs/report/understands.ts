/** Facts of free text that fill questions of a report before they are asked. They are read back, never silently trusted. */
import { phone, place, plateSides, tellsAccident, time } from '../../prompts/index.ts';
import type { Now } from '../../prompts/kind.ts';
import type { Json, JsonObject } from '../../store/ports.ts';

export function understands(text: string, now: Now, asked: string | undefined): JsonObject {
  const when = time().find(text, now)[0];
  const { own, other } = plateSides(text, now);
  const facts: Record<string, unknown> = {
    phone: phone().find(text, now)[0]?.value,
    when: when?.alternatives?.length ? undefined : when?.value,
    where: place().find(text, now)[0]?.value,
    ownPlate: own,
    other: other && { kind: 'car', plate: other },
    // A story told in the opening message; a request to report is none.
    what: asked === undefined && tellsAccident(text) ? text : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
