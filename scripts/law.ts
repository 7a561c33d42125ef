/** `npm run law -- urbanIncome --region 湖南 --at 2025-11-20`: a value of law with its source; without a name, the names. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadLaw } from '../law/load.ts';
import type { Law, LawValue } from '../law/types.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { region: { type: 'string' }, at: { type: 'string' } },
});
const law = loadLaw(process.env.LAW_DIR ?? join(import.meta.dirname, '../law'));
const [asked] = positionals;
if (asked === undefined) print([...new Set(law.parameters.map((p) => p.id))].sort());
else show(law, asked, values.at ?? new Date().toISOString().slice(0, 10), values.region);

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
