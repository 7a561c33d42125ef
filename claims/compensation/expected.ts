/** What a JSON Schema found wrong, as what is expected there: in words with an example, never as a regular expression. */
import type { ErrorObject } from 'ajv';
import schema from './case.schema.json' with { type: 'json' };

const { money, ratio, supporters, months } = schema.definitions;
/** Said for a text that does not fit and for what is no text at all. */
const BY_PATTERN: ReadonlyMap<unknown, string> = new Map([
  [money.pattern, 'yuan with at most two decimals, such as "30000.00"'],
  [ratio.pattern, 'a ratio from 0 to 1, such as "0.7" or "7/10"'],
  [
    schema.properties.vehicles.items.properties.fault.pattern,
    'a ratio such as "0.7" or "7/10", or full | primary | equal | secondary | none',
  ],
  [supporters.pattern, 'a whole number from 1, or a coefficient such as "1.9"'],
  [months.pattern, 'a whole number of months, or a decimal such as "203.5"'],
]);
const BY_TYPE: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object {…}',
  array: 'a list […]',
  'object,null': 'an object {…} or null',
};
const DAY = 'a day YYYY-MM-DD';

type Params = Readonly<Record<string, unknown>>;
const BY_KEYWORD: Readonly<Record<string, (params: Params) => string>> = {
  enum: ({ allowedValues }) => `one of ${[allowedValues].flat().join(', ')}`,
  minLength: () => 'not empty',
  minItems: () => 'not empty',
  maxLength: ({ limit }) => `at most ${limit} characters`,
  maxItems: ({ limit }) => `at most ${limit} entries`,
  minimum: ({ limit }) => `at least ${limit}`,
  maximum: ({ limit }) => `at most ${limit}`,
  format: ({ format }) => (format === 'date' ? DAY : 'a share of at most 1'),
  pattern: ({ pattern }) => BY_PATTERN.get(pattern) ?? '',
  type: ({ type }) => BY_TYPE[String(type)] ?? String(type),
};

/** Needs an error of an Ajv that is `verbose`: a wrong type is told by what the field holds. */
export function expectedBy({ keyword, params, parentSchema = {}, message = '' }: ErrorObject): string {
  if (keyword === 'type' && BY_PATTERN.has(parentSchema.pattern)) return BY_PATTERN.get(parentSchema.pattern) ?? '';
  if (keyword === 'type' && parentSchema.format === 'date') return DAY;
  return BY_KEYWORD[keyword]?.(params) ?? message;
}
