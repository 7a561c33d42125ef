import { Ajv, type ErrorObject } from 'ajv';
import type { JsonObject } from '../../store/ports.ts';
import schema from './activity.schema.json' with { type: 'json' };
import { badArgument, Refusal } from './errors.ts';

/** An activity from a client, checked; everything we do not know is gone. */
export interface Incoming {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly locale?: string;
  readonly localTimestamp?: string;
  readonly localTimezone?: string;
  readonly name?: string;
  readonly value?: JsonObject[string];
  readonly valueType?: string;
  readonly channelData?: JsonObject;
  readonly from?: { readonly id?: string };
  readonly entities?: readonly JsonObject[];
  readonly attachments?: readonly { readonly name?: string }[];
}

export const MAX_TEXT = 4000;

const validate = new Ajv({ removeAdditional: true, strict: true, strictRequired: false }).compile<Incoming>(schema);

function refusal(error: ErrorObject | undefined): Refusal {
  if (error?.instancePath === '/text' && error.keyword === 'maxLength')
    return badArgument(`activity.text may have ${MAX_TEXT} characters at most.`);
  if (error?.keyword === 'required' && error.instancePath === '')
    return new Refusal(400, 'MissingProperty', 'activity.type is missing.');
  return badArgument(
    `activity${(error?.instancePath ?? '').replaceAll('/', '.')} ${error?.message ?? 'is malformed'}.`,
  );
}

const LOCALE = /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8}){0,4}$/;
export const asLocale = (value: unknown): string | undefined =>
  typeof value === 'string' && LOCALE.test(value) ? value : undefined;

/** Checks what a client sent as an activity; throws a `Refusal` that names the field. `null` counts as absent. */
export function asActivity(body: JsonObject): Incoming {
  const given: unknown = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  if (!validate(given)) throw refusal(validate.errors?.[0]);
  const { locale, ...rest } = given;
  const known = asLocale(locale);
  return known === undefined ? rest : { ...rest, locale: known };
}
