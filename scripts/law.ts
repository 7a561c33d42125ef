/** `npm run law -- urbanIncome --region 湖南 --at 2025-11-20`: a value of law with its source; without a name, the names. */
import { join } from 'node:path';
import { loadLaw } from '../law/load.ts';
import { wrongRegion } from '../law/regions.ts';
import { isDay } from '../law/statistics.ts';
import type { Law, LawValue } from '../law/types.ts';
import { argumentsOf, chinaToday, misused, stopped } from './arguments.ts';

const USAGE = 'npm run law -- [NAME] [--region 湖南] [--at 2025-11-20]; without a name it lists the names';
const { values, positionals } = argumentsOf(USAGE, {
  allowPositionals: true,
  options: { region: { type: 'string' }, at: { type: 'string' } },
});
const [asked, ...more] = positionals;
const { at = chinaToday(), region } = values;
if (more.length > 0) misused(USAGE, `One name at a time; ${more.join(' ')} is too much`);
if (!isDay(at)) misused(USAGE, `--at ${at}: expected a day YYYY-MM-DD`);
const wrong = region === undefined ? undefined : wrongRegion(region);
if (wrong) misused(USAGE, `--${wrong}`);
try {
  const law = loadLaw(process.env.LAW_DIR ?? join(import.meta.dirname, '../law'));
  if (asked === undefined) print([...new Set(law.parameters.map((p) => p.id))].sort());
  else show(law, asked, at, region);
} catch (error) {
  stopped(error, 1);
}

/** `urbanIncome` means `stats.urbanIncome` where nothing has the short name itself. */
function show({ at, parameters }: Law, name: string, day: string, region: string | undefined): void {
  const id = [name, `stats.${name}`].find((one) => parameters.some((p) => p.id === one));
  const found = id === undefined ? undefined : at(day, region).get(id, 'npm run law');
  if (!found) refuse([`No figure is called ${name}. npm run law lists the names.`]);
  else if (found.status === 'value') print(told(found, region));
  else {
    const regions = parameters.flatMap((p) => (p.id === found.parameter && p.region ? [p.region] : []));
    refuse([
      `Missing: ${found.parameter}, ${found.date}, ${region ?? 'no region given'}.`,
      'Nobody entered it for that day; no other day or region is used instead.',
      ...(regions.length > 0 ? [`Regions with values: ${regions.join(', ')}`] : []),
    ]);
  }
}
function told(found: LawValue, region: string | undefined): string[] {
  const { parameter, value, unit, from, basedOnYear, grade, mark, checkedOn, source } = found;
  const text = [source.title, source.body, source.number, source.article, source.address].filter(Boolean).join(', ');
  return [
    `${parameter}${region ? ` (${region})` : ''} = ${value} ${unit}`,
    `from ${from}${basedOnYear ? `, figures of ${basedOnYear}` : ''}${grade ? `, page grade ${grade}` : ''}`,
    `mark ${mark}, checked on ${checkedOn}`,
    `source ${source.id}: ${text}`,
  ];
}
function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
