/** What a JSON Schema cannot see: names, doubles, order of days, and whether each value has a source that was in force. */
import { wrongRegion } from './regions.ts';
import type { Day, Parameter, Source } from './types.ts';

/** One thing that is wrong with the files. */
export interface LawProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A file of law/parameters that fits its schema. */
export interface ParameterFile {
  readonly name: string;
  readonly parameter: Parameter;
}

/** Sources: no doubles, none unused, none that ends before it begins. */
export function checkSources(sources: readonly Source[], files: readonly ParameterFile[]): LawProblem[] {
  const used = new Set(files.flatMap((f) => f.parameter.values.map((v) => v.source)));
  const problems: LawProblem[] = [];
  const seen = new Set<string>();
  for (const { id, inForceFrom, inForceTo } of sources) {
    const what = `Source ${id}`;
    if (seen.has(id)) problems.push({ what: `${what} is there twice`, why: 'Nobody knows which', fix: 'keep one' });
    else if (!used.has(id))
      problems.push({ what: `${what} is not used`, why: 'Dead text rots', fix: 'use it or delete it' });
    if (inForceTo && inForceTo < inForceFrom)
      problems.push({ what: `${what} ends before it begins`, why: 'No day could use it', fix: 'correct the days' });
    seen.add(id);
  }
  return problems;
}

/** Parameter files: found by name, one per id and known region, days ascending, sources known and in force, shares at most whole. */
export function checkParameters(
  sources: readonly Source[],
  files: readonly ParameterFile[],
  today: Day | undefined,
): LawProblem[] {
  const known = new Map(sources.map((s) => [s.id, s]));
  const regions = new Map<string, Set<string>>();
  return files.flatMap(({ name, parameter }) => {
    const others = regions.get(parameter.id) ?? new Set();
    regions.set(parameter.id, others);
    const problems = [
      ...checkName(name, parameter, others),
      ...checkLook(name, parameter, today),
      ...checkShares(name, parameter),
      ...checkValues(name, parameter, known),
    ];
    others.add(parameter.region ?? '');
    return problems;
  });
}

function checkName(name: string, { id, region }: Parameter, others: ReadonlySet<string>): LawProblem[] {
  const problems: LawProblem[] = [];
  const wrong = region === undefined ? undefined : wrongRegion(region);
  if (wrong)
    problems.push({ what: `${name}: ${wrong}`, why: 'Nobody would ask for it', fix: 'use a name of law/regions.json' });
  if (!name.startsWith(`${id}.`))
    problems.push({ what: `${name} holds ${id}`, why: 'It could not be found by name', fix: `call it ${id}.json` });
  if (others.has(region ?? ''))
    problems.push({ what: `${id} is there twice (${name})`, why: 'Nobody knows which', fix: 'keep one file' });
  else if (others.size > 0 && (region === undefined || others.has('')))
    problems.push({
      what: `${id} is national and regional (${name})`,
      why: 'A region without a file would silently get the national value',
      fix: 'give every region its own file, or give the regional rule its own id',
    });
  return problems;
}

function checkLook(name: string, { checkedOn }: Parameter, today: Day | undefined): LawProblem[] {
  if (today === undefined || checkedOn <= today) return [];
  const why = 'Nobody has looked on a day that is still to come';
  return [{ what: `${name}: checkedOn ${checkedOn} is after ${today}`, why, fix: 'write the day on which you looked' }];
}

function checkShares(name: string, { unit, values }: Parameter): LawProblem[] {
  if (unit !== 'percent' && unit !== 'percents') return [];
  const above = values.filter(({ value }) => value.split(' ').some((share) => Number(share) > 100));
  return above.map(({ from, value }) => ({
    what: `${name}: ${value} percent from ${from}`,
    why: 'A share is at most the whole',
    fix: 'write at most 100, or use the unit ratio for what may exceed it',
  }));
}

function checkValues(name: string, { values }: Parameter, known: ReadonlyMap<string, Source>): LawProblem[] {
  return values.flatMap(({ from, to, source: id }, i) => {
    const problems: LawProblem[] = [];
    const source = known.get(id);
    const before = values[i - 1]?.from ?? '';
    if (from <= before)
      problems.push({
        what: `${name}: ${from} after ${before}`,
        why: 'Days must ascend',
        fix: 'sort, one value a day',
      });
    const next = values[i + 1]?.from;
    if (to !== undefined && (to < from || (next !== undefined && to >= next)))
      problems.push({
        what: `${name}: ${from} ends on ${to}`,
        why: 'Two values must not hold on one day, and none may end before it begins',
        fix: 'correct the days',
      });
    if (!source)
      problems.push({ what: `${name}: no source ${id}`, why: 'A value needs one', fix: 'add it to sources' });
    else if (from < source.inForceFrom || from > (source.inForceTo ?? from))
      problems.push({
        what: `${name}: ${from} lies outside ${id}`,
        why: 'A value cannot rest on a text that is not in force',
        fix: `begin on ${source.inForceFrom} or later, or name the text that was in force`,
      });
    return problems;
  });
}
