/**
 * The only reader of law/: files → Law. It refuses what it cannot vouch for (see `LawError`) instead of guessing,
 * and it never answers with a value of another day or region.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { checkParameters, checkSources, type LawProblem, type ParameterFile } from './check.ts';
import type { Day, Law, LawAnswer, LawValue, LawView, Parameter, Source } from './types.ts';

export type { LawProblem };

/** Everything that is wrong with the files, at once. */
export class LawError extends Error {
  readonly problems: readonly LawProblem[];
  constructor(problems: readonly LawProblem[]) {
    super(problems.map((p) => `${p.what}. ${p.why}. Fix: ${p.fix}.`).join('\n'));
    this.name = 'LawError';
    this.problems = problems;
  }
}

// That they are schemas is tested (test/schemas.test.ts); a start need not look again.
const ajv = new Ajv({ allErrors: true, strictTypes: false, validateSchema: false });
formats.default(ajv, ['date']);
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const validator = <T>(name: string): ValidateFunction<T> =>
  ajv.compile<T>(read(join(import.meta.dirname, name)) as object);
const isSources = validator<Source[]>('source.schema.json');
const isParameter = validator<Parameter>('parameter.schema.json');
const isDay = ajv.compile<Day>({ type: 'string', format: 'date' });

/**
 * Reads `dir/sources.json` and `dir/parameters/*.json`; throws a `LawError` that lists every problem. With `today`,
 * nobody can have looked at a figure after it.
 */
export function loadLaw(dir: string, today?: Day): Law {
  const problems: LawProblem[] = [];
  const sources = readChecked(dir, 'sources.json', isSources, problems) ?? [];
  const files: ParameterFile[] = [];
  for (const name of readdirSync(join(dir, 'parameters')).sort()) {
    const parameter = readChecked(dir, join('parameters', name), isParameter, problems);
    if (parameter) files.push({ name, parameter });
  }
  if (problems.length === 0) problems.push(...checkSources(sources, files), ...checkParameters(sources, files, today));
  if (problems.length > 0) throw new LawError(problems);
  return lawOf(
    files.map((f) => f.parameter),
    sources,
  );
}

function readChecked<T>(dir: string, name: string, valid: ValidateFunction<T>, problems: LawProblem[]): T | undefined {
  let data: unknown;
  try {
    data = read(join(dir, name));
  } catch (error) {
    problems.push({ what: `${name} cannot be read`, why: String(error), fix: 'make it a JSON file' });
    return undefined;
  }
  if (valid(data)) return data;
  for (const e of valid.errors ?? []) {
    if (e.keyword === 'if') continue;
    const detail = Object.values(e.params).join(', ');
    const what = `${name}${e.instancePath || ' as a whole'} ${e.message}${detail ? ` (${detail})` : ''}`;
    problems.push({ what, why: 'It does not fit the JSON Schema', fix: 'follow the schema that stands beside it' });
  }
  return undefined;
}

/** A value with its first and last day, ready to be handed out: who asks twice gets the same object. */
interface Ready {
  readonly from: Day;
  readonly to: Day | undefined;
  readonly answer: LawValue;
}

function lawOf(parameters: readonly Parameter[], sources: readonly Source[]): Law {
  const bySource = new Map(sources.map((s) => [s.id, s]));
  const byId = new Map<string, Map<string, readonly Ready[]>>();
  for (const parameter of parameters) {
    const regions = byId.get(parameter.id) ?? new Map<string, readonly Ready[]>();
    byId.set(parameter.id, regions.set(parameter.region ?? '', readyOf(parameter, bySource)));
  }
  const at = (date: Day, region?: string): LawView => {
    if (!isDay(date)) throw new RangeError(`"${date}" is no day; the law is asked with YYYY-MM-DD.`);
    const get = (id: string, asker: string): LawAnswer => {
      const regions = byId.get(id);
      const values = regions?.get('') ?? regions?.get(region ?? '');
      const found = values?.findLast((value) => value.from <= date);
      if (found && date <= (found.to ?? date)) return found.answer;
      return { status: 'missing', parameter: id, date, region: region ?? null, asker };
    };
    return { date, region: region ?? null, get };
  };
  return { at, parameters, sources, source: (id) => bySource.get(id) };
}

function readyOf({ id, unit, checkedOn, values }: Parameter, sources: ReadonlyMap<string, Source>): readonly Ready[] {
  return values.flatMap(({ to, ...value }) => {
    const source = sources.get(value.source);
    if (!source) return [];
    const ends = [to, source.inForceTo].filter((day) => day !== undefined).sort();
    return [
      { from: value.from, to: ends[0], answer: { status: 'value', parameter: id, ...value, unit, source, checkedOn } },
    ];
  });
}
