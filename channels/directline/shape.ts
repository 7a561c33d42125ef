import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { JsonObject } from '../../store/ports.ts';
import { tooLarge } from '../web/body.ts';
import { badArgument, Refusal } from '../web/errors.ts';
import { asLocale, MAX_TEXT } from '../web/text.ts';
import schema from './activity.schema.json' with { type: 'json' };

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
  readonly channelData?: ChannelData;
  readonly from?: { readonly id?: string };
  readonly entities?: readonly JsonObject[];
  readonly attachments?: readonly { readonly name?: string }[];
}

/** What clients need on the echo of their own message, and what the bot reads. */
export interface ChannelData extends JsonObject {
  readonly clientActivityID?: string;
  readonly attachmentSizes?: readonly number[];
  /** The question whose answer is to be changed, and its flow: see docs/protocol.md. */
  readonly change?: string;
  readonly flow?: string;
}

/** Of everything that is stored beside the text, in bytes of JSON. */
export const MAX_BESIDE = 16 * 1024;

/** As the schema leaves it. */
type Given = Omit<Incoming, 'channelData'> & { readonly channelData?: JsonObject };

// Compiled when the first message comes. That it is a schema is tested (test/schemas.test.ts).
const options = { removeAdditional: true, strict: true, strictRequired: false, validateSchema: false };
let compiled: ValidateFunction<Given> | undefined;
function validator(): ValidateFunction<Given> {
  compiled ??= new Ajv(options).compile<Given>(schema);
  return compiled;
}

function refusal(error: ErrorObject | undefined): Refusal {
  if (error?.instancePath === '/text' && error.keyword === 'maxLength')
    return badArgument(`activity.text may have ${MAX_TEXT} characters at most.`);
  if (error?.keyword === 'required' && error.instancePath === '')
    return new Refusal(400, 'MissingProperty', 'activity.type is missing.');
  return badArgument(
    `activity${(error?.instancePath ?? '').replaceAll('/', '.')} ${error?.message ?? 'is malformed'}.`,
  );
}

/** Checks what a client sent as an activity; throws a `Refusal` that names the field. `null` counts as absent. */
export function asActivity(body: JsonObject): Incoming {
  const given: unknown = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const validate = validator();
  if (!validate(given)) throw refusal(validate.errors?.[0]);
  const activity = bounded(given);
  const { text: _, ...beside } = activity;
  if (Buffer.byteLength(JSON.stringify(beside)) > MAX_BESIDE)
    throw tooLarge('MessageSizeTooBig', `An activity may have ${MAX_BESIDE} bytes beside its text at most.`);
  return activity;
}

/** Whatever is open-ended is cut down to what somebody reads: a transcript is kept for years and sent again and again. */
function bounded({ locale, channelData, entities, ...rest }: Given): Incoming {
  const known = asLocale(locale);
  return {
    ...rest,
    ...(known === undefined ? {} : { locale: known }),
    ...(channelData === undefined ? {} : { channelData: dataOf(channelData) }),
    ...(entities === undefined ? {} : { entities: entities.map(entityOf) }),
  };
}

const NAME = /^[A-Za-z\d.]{1,100}$/;
const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value);

function dataOf({ clientActivityID: mark, attachmentSizes: sizes, change, flow }: JsonObject): ChannelData {
  const numbers = Array.isArray(sizes) && sizes.length <= 20 && sizes.every((one) => typeof one === 'number');
  return {
    ...(typeof mark === 'string' && mark !== '' && mark.length <= 200 ? { clientActivityID: mark } : {}),
    ...(numbers ? { attachmentSizes: sizes } : {}),
    ...(isName(change) ? { change } : {}),
    ...(isName(flow) ? { flow } : {}),
  };
}

function entityOf({ type = '', latitude = 0, longitude = 0 }: JsonObject): JsonObject {
  return type === 'GeoCoordinates' ? { type, latitude, longitude } : { type };
}
