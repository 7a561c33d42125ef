/** What a desk outside may send: `handoff.status` as Bot Framework has it, and words. */
import { Ajv } from 'ajv';
import type { JsonObject } from '../../store/ports.ts';

export interface FromOutside {
  readonly type: 'event' | 'message';
  /** The sender's own, so that what is sent twice is done once. */
  readonly id: string;
  readonly conversation: { readonly id: string };
  readonly from?: { readonly name?: string };
  readonly text?: string;
}

const text = (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength });
const common = {
  id: text(1, 80),
  conversation: { type: 'object', required: ['id'], properties: { id: text(1, 100) } },
  from: { type: 'object', properties: { id: text(0, 100), name: text(0, 40) } },
};
const state = { enum: ['accepted', 'failed', 'completed'] };
const schema = {
  type: 'object',
  required: ['type', 'id', 'conversation'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    {
      required: ['name', 'value'],
      properties: {
        ...common,
        type: { const: 'event' },
        name: { const: 'handoff.status' },
        value: { type: 'object', required: ['state'], properties: { state, message: text(0, 2000) } },
      },
    },
    { required: ['text'], properties: { ...common, type: { const: 'message' }, text: text(1, 2000) } },
  ],
};

/** Gives what is wrong in words for a programmer, or the activity. */
export function createReader(): (body: JsonObject) => FromOutside | string {
  const ajv = new Ajv({ discriminator: true, strictRequired: false });
  const validate = ajv.compile<FromOutside>(schema);
  return (body) => (validate(body) ? body : ajv.errorsText(validate.errors, { dataVar: 'activity' }).slice(0, 200));
}
