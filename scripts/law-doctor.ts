/** `npm run law:doctor [-- --on 2027-01-04]`: what the law's data lacks, today or on another day. Wrong files are refused; gaps, old looks and unread facts are named. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCalendar } from '../law/calendar.ts';
import { LawError, loadLaw } from '../law/load.ts';
import { dayBefore } from '../law/statistics.ts';
import type { Law, Parameter, WorkCalendar } from '../law/types.ts';

/** The statistical names, with the cities whose figures are published apart. */
const REGIONS =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 深圳 珠海 汕头 厦门 宁波 大连 青岛'.split(
    ' ',
  );
/** Without these an award cannot be computed. */
const NEEDED = ['stats.urbanIncome', 'stats.urbanConsumption'];

const { values } = parseArgs({ options: { on: { type: 'string' } } });
const today = values.on ?? new Date().toISOString().slice(0, 10);
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
function lacking({ at }: Law): string[] {
  const lines = NEEDED.map((id) => {
    const without = REGIONS.filter((region) => at(today, region).get(id, 'law:doctor').status === 'missing');
    return `  ${id}: ${without.length} of ${REGIONS.length} regions have none for ${today}: ${without.join(' ')}`;
  });
  return titled('missing today', lines);
}
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
  const law = loadLaw(dir);
  const years = loadCalendar(join(dir, 'calendar'));
  const report = [...gaps(law), ...lacking(law), ...calendars(years), ...old(law), ...unconfirmed(law)];
  const counted = `${law.parameters.length} figures, ${law.sources.length} sources, ${years.length} calendars`;
  process.stdout.write(`law: ${counted} in order\n${report.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof LawError ? error.message : String(error)}\n`);
  process.exit(1);
}
