/** The schemas that bodies are checked by and that openapi.json shows: the same ones. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { instantOf } from '../claims/clocks/days.ts';
import settlement from '../claims/deductions/settlement.schema.json' with { type: 'json' };
import events from '../claims/recording/events.schema.json' with { type: 'json' };
import answers from './answers.schema.json' with { type: 'json' };
import type { FieldError } from './problem.ts';

const { $schema: _, definitions: parts, ...whole } = settlement;
export const DEFINITIONS = { ...parts, Settlement: whole, ...events.definitions, ...answers.definitions };
export type SchemaName = keyof typeof DEFINITIONS;

const isMoment = (text: string): boolean => {
  try {
    return instantOf(text, 'at') > Number.NEGATIVE_INFINITY;
  } catch {
    return false;
  }
};

const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, verbose: true });
formats.default(ajv, ['date', 'date-time']);
ajv.addFormat('moment', isMoment);
ajv.addFormat('instant', (text: string) => text.includes('T') && isMoment(text));
ajv.addSchema({ $id: 'lipei', definitions: DEFINITIONS });

/** Made when it is needed first: a start does not wait for it. */
const made = new Map<SchemaName, ValidateFunction>();
function validatorOf(name: SchemaName): ValidateFunction {
  const fits = made.get(name) ?? ajv.compile({ $ref: `lipei#/definitions/${name}` });
  made.set(name, fits);
  return fits;
}

/** Everything that does not fit, each with its place; enough of it to go on by. */
export function misfits(name: SchemaName, value: unknown): readonly FieldError[] {
  const fits = validatorOf(name);
  if (fits(value)) return [];
  return (fits.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(told)
    .slice(0, MOST);
}
const MOST = 20;

function told({ instancePath, keyword, params, parentSchema = {}, message = '' }: ErrorObject): FieldError {
  const { additionalProperty, missingProperty, allowedValues, allowedValue } = params as Readonly<
    Record<string, unknown>
  >;
  const at = (name: unknown) => `${instancePath}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (keyword === 'additionalProperties') return { pointer: at(additionalProperty), expected: 'no field of this name' };
  if (keyword === 'false schema') return { pointer: instancePath, expected: 'no such field beside this change' };
  if (keyword === 'required') return { pointer: at(missingProperty), expected: 'this field, which is missing' };
  if (keyword === 'enum') return { pointer: instancePath, expected: `one of ${[allowedValues].flat().join(', ')}` };
  if (keyword === 'const') return { pointer: instancePath, expected: String(allowedValue) };
  if (keyword === 'pattern')
    return { pointer: instancePath, expected: String(parentSchema.description ?? 'another form') };
  if (keyword === 'format') return { pointer: instancePath, expected: FORMATS[String(params.format)] ?? message };
  return { pointer: instancePath, expected: message };
}
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'an instant with its offset',
  date: 'a day YYYY-MM-DD',
  moment: 'a day YYYY-MM-DD or an instant with its offset',
  instant: 'an instant with its offset',
};
