/** What comes in from outside → a case, or every problem with its pointer and what is expected there. */
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { Law } from '../../law/types.ts';
import { compare, one, parseRatio } from '../money.ts';
import schema from './case.schema.json' with { type: 'json' };
import type { Case } from './case.ts';
import { checkCase, namedFaults } from './check.ts';
import { contradictions } from './contradictions.ts';
import { expectedBy } from './expected.ts';

export { schema as caseSchema };

export interface InputProblem {
  /** JSON pointer. */
  readonly pointer: string;
  readonly expected: string;
}

const ajv = new Ajv({ allErrors: true, strictTypes: false, verbose: true });
formats.default(ajv, ['date']);
/** What is a ratio is at most one; what is none (a named fault, a slip) is the pattern's to judge. */
ajv.addFormat('share', (text) => !RATIO.test(text) || compare(parseRatio(text), one) <= 0);
const RATIO = /^\d+(?:\.\d+|\/0*[1-9]\d*)?$/;
const fits = ajv.compile<Case>(schema);

export function readCase(
  input: unknown,
  law: Law,
): { readonly case: Case } | { readonly problems: readonly InputProblem[] } {
  if (!fits(input)) return { problems: (fits.errors ?? []).filter((e) => e.keyword !== 'if').map(told) };
  const problems = [...checkCase(input, namedFaults(law, input)), ...contradictions(input)];
  return problems.length > 0 ? { problems } : { case: input };
}

function told(error: ErrorObject): InputProblem {
  const { instancePath, keyword } = error;
  const { additionalProperty, missingProperty } = error.params as Readonly<Record<string, unknown>>;
  if (keyword === 'additionalProperties')
    return { pointer: `${instancePath}/${escaped(String(additionalProperty))}`, expected: 'no field of this name' };
  if (keyword === 'required')
    return { pointer: `${instancePath}/${escaped(String(missingProperty))}`, expected: 'this field, which is missing' };
  return { pointer: instancePath, expected: expectedBy(error) };
}
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
