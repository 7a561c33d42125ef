import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Json, JsonObject } from '../../store/ports.ts';
import { badArgument, Refusal } from '../web/errors.ts';
import schema from './activity.schema.json' with { type: 'json' };

export interface Account {
  readonly id: string;
  readonly name?: string;
}
export interface Attachment {
  readonly contentType?: string;
  readonly contentUrl?: string;
  readonly name?: string;
  readonly content?: Json;
}

/** An activity from a connector, checked; everything we do not know is gone. */
export interface Incoming {
  readonly type: string;
  readonly id?: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: {
    readonly id: string;
    readonly isGroup?: boolean;
    readonly conversationType?: string;
    readonly tenantId?: string;
  };
  readonly from?: Account;
  readonly recipient: Account;
  readonly membersAdded?: readonly Account[];
  readonly deliveryMode?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly text?: string;
  readonly value?: Json;
  readonly entities?: readonly JsonObject[];
  readonly attachments?: readonly Attachment[];
}

/** Somebody wrote or pressed something: who it was and which message it is must be said. */
export type Spoken = Incoming & Required<Pick<Incoming, 'id' | 'from'>>;

// Compiled when the first message comes. That it is a schema is tested (test/schemas.test.ts).
const options = { removeAdditional: true, strict: true, strictRequired: false, validateSchema: false };
let compiled: ValidateFunction<Incoming> | undefined;
function validator(): ValidateFunction<Incoming> {
  compiled ??= new Ajv(options).compile<Incoming>(schema);
  return compiled;
}

const hasNull = (value: Json): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

/** `null` counts as absent, wherever it stands. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(entries.map(([name, child]) => [name, withoutNulls(child)]));
}

/** What is wrong, without a word of what was sent. */
function refusal(error: ErrorObject | undefined): Refusal {
  const field = `activity${(error?.instancePath ?? '').replaceAll('/', '.')}`;
  if (error?.keyword === 'required')
    return new Refusal(400, 'MissingProperty', `${field}.${error.params.missingProperty} is missing.`);
  return badArgument(`${field} is not as it should be (${error?.keyword ?? 'unknown'}).`);
}

const SPOKEN = new Set(['message', 'event', 'invoke']);

/** Checks what a connector sent; throws a `Refusal` that names the field. */
export function asActivity(body: JsonObject): Incoming {
  const given = hasNull(body) ? withoutNulls(body) : body;
  const validate = validator();
  if (!validate(given)) throw refusal(validate.errors?.[0]);
  if (SPOKEN.has(given.type)) asSpoken(given);
  return given;
}

export function asSpoken(activity: Incoming): Spoken {
  const { id, from } = activity;
  if (!id || !from) throw new Refusal(400, 'MissingProperty', `activity.${id ? 'from' : 'id'} is missing.`);
  return { ...activity, id, from };
}
