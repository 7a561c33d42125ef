/** Facts of free text that fill questions of a report before they are asked. They are read back, never silently trusted. */
import { phone, place, plateSides, time } from '../../prompts/index.ts';
import type { Now } from '../../prompts/kind.ts';
import type { Json, JsonObject } from '../../store/ports.ts';

/** An opening message as long as this is a story, not a request. */
const story = 12;

export function understands(text: string, now: Now, asked: string | undefined): JsonObject {
  const when = time().find(text, now)[0];
  const { own, other } = plateSides(text, now);
  const facts: Record<string, unknown> = {
    phone: phone().find(text, now)[0]?.value,
    when: when?.alternatives?.length ? undefined : when?.value,
    where: place().find(text, now)[0]?.value,
    ownPlate: own,
    other: other && { kind: 'car', plate: other },
    what: asked === undefined && text.length >= story ? text : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
