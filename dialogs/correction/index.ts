/** A report that was already submitted is corrected: one field, asked like the first time, recorded as an event. */
import { choice, count, orUnknown, otherSide, phone, place, plate, text, time, yesNo } from '../../prompts/index.ts';
import type { Kind } from '../../prompts/kind.ts';
import { role as roleWords } from '../../prompts/vocabulary.ts';
import { aboutPolice } from '../../prompts/vocabulary-police.ts';
import * as words from '../../prompts/vocabularyScene.ts';
import type { Json } from '../../store/ports.ts';
import { ask, type Flow } from '../flow.ts';
import { longestAccount } from '../report/understands.ts';

/** Fields of a report that a person may correct in words, by the name of their question. */
export const correctableFields: Readonly<Record<string, () => Kind<unknown>>> = {
  phone: () => phone(),
  role: () => choice(roleWords),
  when: () => time(),
  where: () => place(),
  what: () => text({ min: 2, max: longestAccount }),
  injuredCount: () => count({ min: 0, max: 100 }),
  police: () => orUnknown(yesNo({ about: aboutPolice })),
  ownPlate: () => orUnknown(plate()),
  other: () => otherSide(),
};

export interface Correction {
  readonly field: string;
  readonly value: Json;
  /** The kind of question that the value answers. */
  readonly kind: string;
}

export const correction: Flow<Correction> = {
  name: 'correction',
  *script(start) {
    const given =
      typeof start.params.field === 'string' && start.params.field in correctableFields
        ? start.params.field
        : undefined;
    const field = given ?? (yield* ask('field', choice(words.reportField)));
    const kind = correctableFields[field];
    if (!kind) throw new Error(`“${field}” is offered for correction but has no kind in correctableFields.`);
    const asked = kind();
    const value = yield* ask(`value.${field}`, asked);
    return { field, value: value as Json, kind: asked.kind };
  },
};
