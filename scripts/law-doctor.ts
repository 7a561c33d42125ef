/** `npm run law:doctor [-- --on 2027-01-04]`: what the law's data lacks, today or on another day. Wrong files are refused; gaps, old looks and unread facts are named. */
import { join } from 'node:path';
import { loadCalendar } from '../law/calendar.ts';
import { loadLaw } from '../law/load.ts';
import { REGIONS } from '../law/regions.ts';
import { dayBefore, isDay } from '../law/statistics.ts';
import type { Law, Parameter, WorkCalendar } from '../law/types.ts';
import { argumentsOf, chinaToday, misused, stopped } from './arguments.ts';
import { funeralLacks, NATIONAL, RATES, REGIONAL } from './law-doctor/needed.ts';

const USAGE = 'npm run law:doctor [-- --on 2027-01-04]';
const { values } = argumentsOf(USAGE, { options: { on: { type: 'string' } } });
const today = values.on ?? chinaToday();
if (!isDay(today)) misused(USAGE, `--on ${today}: expected a day YYYY-MM-DD`);
const yearAgo = new Date(Date.parse(today) - 365 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Days between two values, or after the last, on which nothing holds. */
function gaps({ parameters }: Law): string[] {
  const lines = parameters.flatMap((parameter) => gapsOf(parameter).map((gap) => `  ${nameOf(parameter)}: ${gap}`));
  return titled('gaps', lines);
}
function gapsOf({ values }: Parameter): string[] {
  return values.flatMap(({ to }, i) => {
    const next = values[i + 1]?.from;
    if (to === undefined || (next === undefined && to >= today)) return [];
    if (next === undefined) return [`nothing after ${to}`];
    return dayBefore(next) > to ? [`nothing between ${to} and ${next}`] : [];
  });
}
/** What rules ask for and nobody entered: for the whole country, and region by region for what an estimate needs. */
function lacking({ at }: Law): string[] {
  const none = (id: string, region?: string): boolean => at(today, region).get(id, 'law:doctor').status === 'missing';
  const national = NATIONAL.filter((id) => none(id));
  const without = (ids: readonly string[]): [string, string[]][] =>
    ids.map((id) => [id, REGIONS.filter((region) => none(id, region))]);
  const funeral = Map.groupBy(REGIONS, (region) => funeralLacks(at(today, region)));
  const named = [...funeral].flatMap(([id, regions]): [string, string[]][] =>
    id ? [[`${id} (funeral)`, regions]] : [],
  );
  return [
    ...titled(
      'missing today for the whole country',
      national.map((id) => `  ${id}`),
    ),
    ...titled('missing today', [...without(REGIONAL), ...named].flatMap(inRegions)),
    ...titled('asked for with the case where a region has none', without(RATES).flatMap(inRegions)),
  ];
}
const inRegions = ([id, without]: readonly [string, readonly string[]]): string[] => {
  if (without.length === 0) return [];
  const names = without.length === REGIONS.length ? 'all of them' : without.join(' ');
  return [`  ${id}: ${without.length} of ${REGIONS.length} regions have none for ${today}: ${names}`];
};
const old = ({ parameters }: Law): string[] =>
  titled(
    'not looked at for a year',
    parameters.filter((p) => p.checkedOn < yearAgo).map((p) => `  ${nameOf(p)}: ${p.checkedOn}`),
  );
function unconfirmed({ parameters }: Law): string[] {
  const unsure = parameters.filter((p) => p.values.some((value) => value.mark === 'unconfirmed'));
  return titled(
    'to be confirmed by a person',
    unsure.map((p) => `  ${nameOf(p)}: ${p.about}`),
  );
}
/** Working days are counted by published calendars only: which years are there, and is the next one due? */
function calendars(years: WorkCalendar): string[] {
  const thisYear = Number(today.slice(0, 4));
  // The State Council publishes a year's days off in the autumn before.
  const wanted = today.slice(5) >= '11-01' ? [thisYear, thisYear + 1] : [thisYear];
  const lines = wanted
    .filter((year) => years.every((one) => one.year !== year))
    .map(
      (year) =>
        `  ${year}: clocks in working days that reach into it say “unknownCalendar” (docs/tasks/add-a-years-calendar.md)`,
    );
  const unsure = years
    .filter(({ source }) => source.mark === 'unconfirmed')
    .map(({ year }) => `  ${year}: to be confirmed`);
  return titled('days off not on file', [...lines, ...unsure]);
}
const nameOf = ({ id, region }: Parameter): string => (region ? `${id} (${region})` : id);
const titled = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`${title}:`, ...lines] : []);

try {
  const dir = process.env.LAW_DIR ?? join(import.meta.dirname, '../law');
  const law = loadLaw(dir, chinaToday());
  const years = loadCalendar(join(dir, 'calendar'));
  const report = [...gaps(law), ...lacking(law), ...calendars(years), ...old(law), ...unconfirmed(law)];
  const counted = `${law.parameters.length} figures, ${law.sources.length} sources, ${years.length} calendars`;
  process.stdout.write(`law: ${counted} in order\n${report.join('\n')}\n`);
} catch (error) {
  stopped(error, 1);
}
